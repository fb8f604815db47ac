import { memo } from 'react';
import type { SearchedReport, SearchHit } from '../../../shared/contract/routes/search.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { Navigation } from '../navigation/navigation.tsx';
import { AnnotateButton } from '../note/AnnotateButton.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import {
  figure,
  KIND_NAMES,
  placeLabel,
  ROLE_NAMES,
  shortName,
  yearsLabel,
} from '../report/labels.ts';
import { Tag } from '../ui/Labels.tsx';

const SENTENCE_END = /[。！？；!?;]["”’』」）)]*\s*$/;

const WHERE_NAMES: Record<Exclude<SearchHit['where'], 'body'>, string> = {
  title: '题名',
  note: '批注',
};

/** Reasons that hold for a whole report and stand at its head. */
const NEAR_REASONS = new Set(['本镇', '同县']);
/** Reasons that the head or the label of a hit says already. */
const SAID_ELSEWHERE = new Set([...NEAR_REASONS, '在题名中', '在批注中']);

/** Pixels that a hit of two lines takes, and the name of a report above its hits. */
const ROOM = { hit: 74, head: 52 };

/** The hits of one report under its name. Drawn again only when something of its own is another. */
export const HitGroup = memo(function HitGroup({
  report,
  count,
  hits,
  drawn,
  settled,
  notes,
  go,
}: {
  report: SearchedReport;
  /** Occurrences in the report; undefined until they are counted. */
  count: number | undefined;
  hits: SearchHit[];
  /** How many of the hits are drawn, and how many of these laid out. */
  drawn: number;
  settled: number;
  notes: Annotation[];
  go: Navigation['go'];
}) {
  const facts = [
    placeLabel(report),
    KIND_NAMES[report.kind],
    yearsLabel(report.metadata),
    ...(count === undefined ? [] : [`${figure(count)} 处`]),
  ];
  // A report none of whose hits is laid out is put off as a whole, at about the height it will have.
  const ahead = settled === 0;
  const room = ahead ? `auto ${ROOM.head + ROOM.hit * drawn}px` : undefined;
  const near = hits[0]?.reasons.find((reason) => NEAR_REASONS.has(reason));
  return (
    <section
      className={ahead ? 'hit-group hit-ahead' : 'hit-group'}
      style={{ containIntrinsicBlockSize: room }}
    >
      <header className="hit-group-head">
        <h3>{shortName(report)}</h3>
        <span className="quiet num">{facts.join(' · ')}</span>
        {near && <Tag>{near}</Tag>}
      </header>
      <ul>
        {hits.slice(0, drawn).map((hit, at) => (
          <HitLine
            key={`${hit.where} ${hit.annotationId ?? ''} ${hit.start}`}
            hit={hit}
            ahead={!ahead && at >= settled}
            notes={notes}
            go={go}
          />
        ))}
      </ul>
    </section>
  );
});

const HitLine = memo(function HitLine({
  hit,
  ahead,
  notes,
  go,
}: {
  hit: SearchHit;
  /** Laid out only once it comes near what is seen. */
  ahead: boolean;
  notes: Annotation[];
  go: Navigation['go'];
}) {
  return (
    <li className={ahead ? 'hit-line hit-ahead' : 'hit-line'}>
      <Hit hit={hit} notes={notes} go={go} />
      {hit.where === 'body' && <AnnotateButton bare passages={[sentenceOf(hit)]} />}
    </li>
  );
});

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
