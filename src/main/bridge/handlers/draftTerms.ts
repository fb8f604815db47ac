import type { Output } from '../../../shared/contract/routes.ts';
import type { Draft } from '../../store/drafts.ts';
import type { HandlerContext } from '../context.ts';
import { understandDraft } from './draftUnderstood.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

/** Coined terms of a draft, explained by its own words or, failing that, by another report's. */
export async function draftTerms(
  context: HandlerContext,
  draft: Draft,
): Promise<Output<'drafts.terms'>['terms']> {
  const { text, analysis } = await understandDraft(context, draft);
  const terms = new Map<string, { explanation: string | null; label: string | null }>();
  for (const { term, explanation } of analysis.terms) {
    const said = explanation ? text.slice(explanation.start, explanation.end) : null;
    if (!terms.get(term)?.explanation) terms.set(term, { explanation: said, label: null });
  }
  for (const head of await context.store.listReports()) {
    if (![...terms.values()].some(({ explanation }) => explanation === null)) break;
    const report = await getReport(context, head.id);
    for (const { term, explanation } of report.findings.analysis.terms) {
      if (explanation === null || terms.get(term)?.explanation !== null) continue;
      const { town, title, metadata } = summarise(head);
      terms.set(term, {
        explanation: report.text.slice(explanation.start, explanation.end),
        label: `${town ?? title}${metadata.planYear ?? ''}${metadata.planYear ? '年' : ''}报告`,
      });
    }
  }
  return [...terms].map(([term, found]) => ({ term, ...found }));
}
