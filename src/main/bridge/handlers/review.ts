import type { Handlers } from '../../../shared/contract/routes.ts';
import { checkReport } from '../../../shared/review/checkReport.ts';
import { matchCommitments } from '../../../shared/review/commitments/matchCommitments.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { reviewContext, toReviewed } from './reviewContext.ts';
import { summarise } from './summary.ts';

export const reviewHandlers: Handlers<HandlerContext, 'review.check' | 'review.commitments'> = {
  'review.check': async (context, { id, home = null }) => {
    const report = await getReport(context, id);
    const { town, metadata } = summarise(report.head);
    const held = await reviewContext(context, { id, home, town, planYear: metadata.planYear });
    const { readings } = report.findings.figures;
    return { findings: checkReport(toReviewed(report), { ...held, readings }) };
  },
  'review.commitments': async (context, { planId, reviewId }) => {
    const [plan, review] = await Promise.all([
      getReport(context, planId),
      getReport(context, reviewId),
    ]);
    return { commitments: matchCommitments(toReviewed(plan), toReviewed(review)) };
  },
};
