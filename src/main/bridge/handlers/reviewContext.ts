import { outdatedOf } from '../../../shared/draft/listedWording.ts';
import type { ReviewContext } from '../../../shared/review/finding.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { listFormulas } from './formulas.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';
import { readWordings } from './wordings.ts';

/** Reports of other towns that wording is held against; more would be slow and say no more. */
const MOST_PEERS = 8;

/** A text to be checked: which report it is, if it is one, the town it speaks for and the year it plans. */
export interface Reviewed {
  id: string | null;
  /** The town the person says it speaks for; null: the one the text itself says. */
  home: string | null;
  town: string | null;
  planYear: number | null;
}

/** What the library knows that a text is held against: other towns, and its own report of the year before. */
export async function reviewContext(
  context: HandlerContext,
  { id, home, town, planYear }: Reviewed,
): Promise<Omit<ReviewContext, 'readings'>> {
  const others = (await context.store.listReports())
    .map(summarise)
    .filter((other) => other.id !== id);
  const own = home ?? town;
  const towns = others.flatMap((other) => [other.town, other.metadata.statedLocality]);
  const neighbours = new Set(towns.filter((name) => name !== null && name !== own));
  const elsewhere = others.filter((other) => other.town !== own && other.kind === 'annual-report');
  const peers = await Promise.all(
    elsewhere.slice(0, MOST_PEERS).map((other) => getReport(context, other.id)),
  );
  const before = others.find(
    (other) => other.town === own && planYear !== null && other.metadata.planYear === planYear - 1,
  );
  const { formulas } = await listFormulas(context);
  return {
    knowledge: {
      ...(await context.knowledge()).review,
      formulas: formulas.map(({ words }) => words),
    },
    home,
    neighbours: [...neighbours].filter((name) => name !== null),
    peers: peers.map(({ head, text }) => ({ name: summarise(head).town ?? head.title, text })),
    lastYear: before ? (await getReport(context, before.id)).findings.figures.readings : null,
    outdated: outdatedOf(await readWordings(context.store)),
  };
}

/** A stored report as the checks see it. */
export function toReviewed({ head, text, findings }: StoredReport) {
  const { analysis, figures } = findings;
  return { documentId: head.id, text, analysis, readings: figures.readings };
}
