import { type KeyboardEvent, memo, type RefObject, useMemo } from 'react';
import type {
  SearchedReport,
  SearchFacets,
  SearchHit,
} from '../../../shared/contract/routes/search.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import type { Navigation } from '../navigation/navigation.tsx';
import { figure, reportYear } from '../report/labels.ts';
import type { GroupCount } from './facets.ts';
import { HitGroup } from './HitGroup.tsx';
import { useInSteps } from './useInSteps.ts';

const NO_NOTES: Annotation[] = [];

/**
 * The hits under their reports, and these under their years where asked. Up and down move between hits, Enter
 * opens one in its report. Drawn again only when the hits or their counts are others: most of what happens
 * in the view while somebody types leaves them as they are.
 */
export const HitList = memo(function HitList({
  hits,
  groups,
  reports,
  years: yearCounts,
  returning,
  box,
  go,
}: {
  hits: SearchHit[];
  /** Empty until they are counted. */
  groups: GroupCount[];
  reports: readonly SearchedReport[];
  /** Occurrences by year; null where the hits do not stand under years. */
  years: SearchFacets['planYears'] | null;
  /** The view comes back to where it was scrolled to. */
  returning: boolean;
  /** Where up from the first hit leads to. */
  box: RefObject<HTMLInputElement | null>;
  go: Navigation['go'];
}) {
  const byYear = yearCounts !== null;
  const listed = useMemo(() => inShownOrder(hits, reports, byYear), [hits, reports, byYear]);
  const inOrder = useMemo(() => listed.flatMap((each) => each.hits), [listed]);
  const { drawn, settled } = useInSteps(inOrder, returning);
  const shown = listed.filter(({ from }) => from < drawn);
  const inNotes = hits.some(({ where }) => where === 'note');
  const notes = useRequest('annotations.list', inNotes ? {} : null).value?.annotations ?? NO_NOTES;

  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.hit')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'ArrowDown' ? all[at + 1] : (all[at - 1] ?? box.current);
    event.preventDefault();
    next?.focus();
  };

  const draw = ({ report, hits: own, from }: ReportHits) => (
    <HitGroup
      key={report.id}
      report={report}
      count={groups.find(({ documentId }) => documentId === report.id)?.count}
      hits={own}
      drawn={Math.min(own.length, drawn - from)}
      settled={Math.max(0, Math.min(own.length, settled - from))}
      notes={notes}
      go={go}
    />
  );
  const years = Map.groupBy(byYear ? shown : [], ({ year }) => year);

  return (
    <section aria-label="命中" onKeyDown={move}>
      {!byYear && shown.map(draw)}
      {[...years].map(([year, ofYear]) => {
        const count = yearCounts?.find(({ value }) => value === year)?.count;
        return (
          <section key={year} className="hit-year" aria-label={yearName(year)}>
            <h2>
              {yearName(year)}
              {count !== undefined && <span className="quiet num">{figure(count)} 处</span>}
            </h2>
            {ofYear.map(draw)}
          </section>
        );
      })}
    </section>
  );
});

interface ReportHits {
  report: SearchedReport;
  year: number | null;
  hits: SearchHit[];
  /** How many hits stand before them in the list. */
  from: number;
}

/** Hits by report, as they stand below each other; the newest year first where they stand under years. */
function inShownOrder(
  hits: readonly SearchHit[],
  reports: readonly SearchedReport[],
  byYear: boolean,
): ReportHits[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const listed: ReportHits[] = [];
  for (const [id, own] of Map.groupBy(hits, ({ documentId }) => documentId)) {
    const report = byId.get(id);
    if (report) listed.push({ report, year: reportYear(report.metadata), hits: own, from: 0 });
  }
  if (byYear) listed.sort((left, right) => (right.year ?? 0) - (left.year ?? 0));
  let from = 0;
  for (const each of listed) {
    each.from = from;
    from += each.hits.length;
  }
  return listed;
}

function yearName(year: number | null): string {
  return year === null ? '年份不明' : `${year}年`;
}
