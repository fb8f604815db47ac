import type { Handlers } from '../../../shared/contract/routes.ts';
import { checkReport } from '../../../shared/review/checkReport.ts';
import { matchCommitments } from '../../../shared/review/commitments/matchCommitments.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

/** Reports of other towns that wording is held against; more would be slow and say no more. */
const MOST_PEERS = 8;

export const reviewHandlers: Handlers<HandlerContext, 'review.check' | 'review.commitments'> = {
  'review.check': async (context, { id, home }) => {
    const report = await getReport(context, id);
    const others = (await context.store.listReports())
      .map(summarise)
      .filter((other) => other.id !== id);
    const own = home ?? summarise(report.head).town;
    const towns = others.flatMap(({ town, metadata }) => [town, metadata.statedLocality]);
    const neighbours = new Set(towns.filter((town) => town !== null && town !== own));
    const elsewhere = others.filter(({ town, kind }) => town !== own && kind === 'annual-report');
    const peers = await Promise.all(
      elsewhere.slice(0, MOST_PEERS).map((other) => getReport(context, other.id)),
    );
    const { planYear } = summarise(report.head).metadata;
    const before = others.find(
      ({ town, metadata }) =>
        town === own && planYear !== null && metadata.planYear === planYear - 1,
    );
    const findings = checkReport(toReviewed(report), {
      knowledge: (await context.knowledge()).review,
      readings: report.findings.figures.readings,
      home: home ?? null,
      neighbours: [...neighbours].filter((town) => town !== null),
      peers: peers.map(({ head, text }) => ({ name: summarise(head).town ?? head.title, text })),
      lastYear: before ? (await getReport(context, before.id)).findings.figures.readings : null,
      outdated: [],
    });
    return { findings };
  },
  'review.commitments': async (context, { planId, reviewId }) => {
    const [plan, review] = await Promise.all([
      getReport(context, planId),
      getReport(context, reviewId),
    ]);
    return { commitments: matchCommitments(toReviewed(plan), toReviewed(review)) };
  },
};

function toReviewed({ head, text, findings }: StoredReport) {
  const { analysis, figures } = findings;
  return { documentId: head.id, text, analysis, readings: figures.readings };
}
