import { figureLikeness } from '../../../shared/comparison/figureLikeness.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

/** Figures are read for so many reports: those that county and year already speak for. */
const MOST_WEIGHED = 24;
const MOST_OFFERED = 8;
/** Half as large again, or two thirds: places that are planned and measured alike. */
const ALIKE_FROM = 0.6;
const WEIGHTS = { county: 2, year: 2, prefecture: 1, figures: 3 };

/**
 * Reports worth laying beside `id`: of the same county, of the same year, of places alike in the size of
 * their figures. Another report of the same place is none of its peers; one that nothing speaks for is
 * not offered.
 */
export async function suggestPeers(
  context: HandlerContext,
  id: string,
): Promise<Output<'comparison.peers'>> {
  const own = await getReport(context, id);
  const base = summarise(own.head);
  const candidates = (await context.store.listReports())
    .map(summarise)
    .filter((other) => isPossible(base, other))
    .map((summary) => ({ summary, ...reasonsFor(base, summary) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WEIGHED);
  const weighed = await Promise.all(
    candidates.map(async ({ summary, weight, reasons }) => {
      const { findings } = await getReport(context, summary.id);
      const alike = figureLikeness(own.findings.figures.readings, findings.figures.readings);
      if (alike === null || alike.likeness < ALIKE_FROM) return { id: summary.id, weight, reasons };
      return {
        id: summary.id,
        weight: weight + WEIGHTS.figures * alike.likeness,
        reasons: [...reasons, '指标规模相近'],
      };
    }),
  );
  return {
    peers: weighed
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_OFFERED)
      .map(({ id: peer, reasons }) => ({ id: peer, reasons })),
  };
}

function isPossible(base: ReportSummary, other: ReportSummary): boolean {
  return (
    other.id !== base.id &&
    other.newestVersion === null &&
    other.kind === base.kind &&
    other.town !== null &&
    (other.town !== base.town || other.metadata.county !== base.metadata.county)
  );
}

function reasonsFor(
  { metadata: own }: ReportSummary,
  { metadata: other }: ReportSummary,
): { weight: number; reasons: string[] } {
  const reasons: string[] = [];
  let weight = 0;
  if (own.county !== null && own.county === other.county) {
    weight += WEIGHTS.county;
    reasons.push('同县');
  } else if (own.prefecture !== null && own.prefecture === other.prefecture) {
    weight += WEIGHTS.prefecture;
    reasons.push('同市');
  }
  if (own.planYear !== null && own.planYear === other.planYear) {
    weight += WEIGHTS.year;
    reasons.push('同年');
  }
  return { weight, reasons };
}
