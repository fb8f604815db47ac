import { type KeyboardEvent, memo, type RefObject, useMemo } from 'react';
import type {
  SearchedReport,
  SearchFacets,
  SearchHit,
} from '../../../shared/contract/routes/search.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import type { Navigation } from '../navigation/navigation.tsx';
import { AnnotateButton } from '../note/AnnotateButton.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import {
  figure,
  KIND_NAMES,
  placeLabel,
  ROLE_NAMES,
  reportYear,
  shortName,
  yearsLabel,
} from '../report/labels.ts';
import { Tag } from '../ui/Labels.tsx';
import type { GroupCount } from './facets.ts';
import { useInSteps } from './useInSteps.ts';

const SENTENCE_END = /[。！？；!?;]["”’』」）)]*\s*$/;

const WHERE_NAMES: Record<Exclude<SearchHit['where'], 'body'>, string> = {
  title: '题名',
  note: '批注',
};

/** Reasons that hold for a whole report and stand at its head. */
const NEAR_REASONS = new Set(['本镇', '同县']);
/** Reasons that the head or the label of a hit says already. */
const SAID_ELSEWHERE = new Set([...NEAR_REASONS, '在题名中', '在批注中']);

/**
 * The hits under their reports, and these under their years where asked. Up and down move between hits, Enter
 * opens one in its report. Drawn again only when the hits or their counts are others: most of what happens
 * in the view while somebody types leaves them as they are.
 */
export const HitList = memo(function HitList({
  hits: found,
  groups,
  reports,
  years: yearCounts,
  box,
  go,
}: {
  hits: SearchHit[];
  /** Empty until they are counted. */
  groups: GroupCount[];
  reports: readonly SearchedReport[];
  /** Occurrences by year; null where the hits do not stand under years. */
  years: SearchFacets['planYears'] | null;
  /** Where up from the first hit leads to. */
  box: RefObject<HTMLInputElement | null>;
  go: Navigation['go'];
}) {
  const byYear = yearCounts !== null;
  const byId = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports]);
  const hits = useInSteps(useMemo(() => inShownOrder(found, byId, byYear), [found, byId, byYear]));
  const inNotes = found.some(({ where }) => where === 'note');
  const notes = useRequest('annotations.list', inNotes ? {} : null).value?.annotations ?? [];
  const shown = [...new Set(hits.map(({ documentId }) => documentId))];

  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.hit')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'ArrowDown' ? all[at + 1] : (all[at - 1] ?? box.current);
    event.preventDefault();
    next?.focus();
  };

  const listed = (ids: string[]) =>
    ids.map((id) => (
      <HitGroup
        key={id}
        report={byId.get(id)}
        count={groups.find(({ documentId }) => documentId === id)?.count}
        hits={hits.filter(({ documentId }) => documentId === id)}
        notes={notes}
        go={go}
      />
    ));
  const yearOf = (id: string) => yearOfReport(byId.get(id));
  const years = [...new Set(shown.map(yearOf))].sort((a, b) => (b ?? 0) - (a ?? 0));

  return (
    <section aria-label="命中" onKeyDown={move}>
      {!byYear && listed(shown)}
      {byYear &&
        years.map((year) => {
          const count = yearCounts?.find(({ value }) => value === year)?.count;
          return (
            <section key={year} className="hit-year" aria-label={yearName(year)}>
              <h2>
                {yearName(year)}
                {count !== undefined && <span className="quiet num">{figure(count)} 处</span>}
              </h2>
              {listed(shown.filter((id) => yearOf(id) === year))}
            </section>
          );
        })}
    </section>
  );
});

/** The hits as they stand below each other: what is drawn later stands behind what is drawn first. */
function inShownOrder(
  hits: readonly SearchHit[],
  reports: ReadonlyMap<string, SearchedReport>,
  byYear: boolean,
): SearchHit[] {
  const ofReport = Map.groupBy(hits, ({ documentId }) => documentId);
  const listed = [...ofReport];
  const yearOf = (id: string) => yearOfReport(reports.get(id)) ?? 0;
  if (byYear) listed.sort(([left], [right]) => yearOf(right) - yearOf(left));
  return listed.flatMap(([, own]) => own);
}

function yearOfReport(report: SearchedReport | undefined): number | null {
  return report === undefined ? null : reportYear(report.metadata);
}

function yearName(year: number | null): string {
  return year === null ? '年份不明' : `${year}年`;
}

function HitGroup({
  report,
  count,
  hits,
  notes,
  go,
}: {
  report: SearchedReport | undefined;
  count: number | undefined;
  hits: SearchHit[];
  notes: Annotation[];
  go: Navigation['go'];
}) {
  if (!report) return null;
  const facts = [
    placeLabel(report),
    KIND_NAMES[report.kind],
    yearsLabel(report.metadata),
    ...(count === undefined ? [] : [`${figure(count)} 处`]),
  ];
  const near = hits[0]?.reasons.find((reason) => NEAR_REASONS.has(reason));
  return (
    <section className="hit-group">
      <header className="hit-group-head">
        <h3>{shortName(report)}</h3>
        <span className="quiet num">{facts.join(' · ')}</span>
        {near && <Tag>{near}</Tag>}
      </header>
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.where} ${hit.annotationId ?? ''} ${hit.start}`} className="hit-line">
            <Hit hit={hit} notes={notes} go={go} />
            {hit.where === 'body' && <AnnotateButton bare passages={[sentenceOf(hit)]} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sentence around a hit, by its place in the report. */
function sentenceOf({ documentId, excerptStart, excerpt }: SearchHit) {
  return { documentId, start: excerptStart, end: excerptStart + excerpt.length };
}

function Hit({ hit, notes, go }: { hit: SearchHit; notes: Annotation[]; go: Navigation['go'] }) {
  const display = useDisplayText();
  const { where, role, documentId } = hit;
  const open = () => {
    const note = notes.find(({ id }) => id === hit.annotationId);
    const passage = where === 'body' ? hit : note;
    go({
      view: 'reader',
      id: documentId,
      focus: passage && { start: passage.start, end: passage.end },
      lit: where === 'body' ? 'hit' : 'jump',
    });
  };
  const section = where === 'body' ? hit.sectionPath.at(-1) : undefined;
  const why = hit.reasons.filter((reason) => !SAID_ELSEWHERE.has(reason));
  const sign = where === 'body' ? role && ROLE_NAMES[role] : WHERE_NAMES[where];
  return (
    <button type="button" className="hit" onClick={open}>
      <span className="hit-source">
        {section && (
          <span className="hit-section" title={hit.sectionPath.map(display).join(' / ')}>
            {display(section)}
          </span>
        )}
        {sign && <Tag>{sign}</Tag>}
        {why.length > 0 && <span className="hit-why">{why.join('、')}</span>}
      </span>
      <span className={where === 'note' ? 'hit-text' : 'hit-text original'}>
        <Highlighted
          text={where === 'note' ? hit.excerpt : display(hit.excerpt)}
          ranges={hit.ranges}
        />
        {!SENTENCE_END.test(hit.excerpt) && '……'}
      </span>
    </button>
  );
}

function Highlighted({ text, ranges }: { text: string; ranges: SearchHit['ranges'] }) {
  const pieces: React.ReactNode[] = [];
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return [...pieces, text.slice(from)];
}
