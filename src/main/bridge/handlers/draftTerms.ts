import type { Output } from '../../../shared/contract/routes.ts';
import type { Span } from '../../../shared/report/report.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import { displayPunctuation } from '../../../shared/text/display.ts';
import type { Draft } from '../../store/drafts.ts';
import type { HandlerContext } from '../context.ts';
import { understandDraft } from './draftUnderstood.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

type Term = Output<'drafts.terms'>['terms'][number];

/**
 * Coined terms of a draft, explained in the person's words, else by its own text, else by another
 * report's. Terms the person added stand last, in the order of their names.
 */
export async function draftTerms(context: HandlerContext, draft: Draft): Promise<Term[]> {
  const settled = new Map(
    (await context.store.drafts.listTerms(draft.id)).map(({ term, explanation }) => [
      term,
      explanation,
    ]),
  );
  const found = await findTerms(context, draft);
  const added = [...settled.keys()].filter((term) => !found.has(term)).sort();
  const known = [...found, ...added.map((term) => [term, UNEXPLAINED] as const)];
  return known.map(([term, explained]): Term => {
    const own = settled.get(term);
    if (own === undefined) return { term, ...explained, settled: null };
    if (own === null) return { term, ...explained, settled: 'left-out' };
    return { term, explanation: own, label: null, settled: 'own' };
  });
}

type Explained = Pick<Term, 'explanation' | 'label'>;

const UNEXPLAINED: Explained = { explanation: null, label: null };

/** The terms the draft's text has, with an explanation out of it or the library. */
async function findTerms(context: HandlerContext, draft: Draft): Promise<Map<string, Explained>> {
  const { text, analysis } = await understandDraft(context, draft);
  const terms = new Map<string, Explained>();
  for (const { term, explanation } of analysis.terms) {
    const said = explanation ? shown(text, explanation) : null;
    if (!terms.get(term)?.explanation) terms.set(term, { explanation: said, label: null });
  }
  for (const head of await context.store.listReports()) {
    if (![...terms.values()].some(({ explanation }) => explanation === null)) break;
    const report = await getReport(context, head.id);
    for (const { term, explanation } of report.findings.analysis.terms) {
      if (explanation === null || terms.get(term)?.explanation !== null) continue;
      const { town, title, metadata } = summarise(head);
      terms.set(term, {
        explanation: shown(report.text, explanation),
        label: `${town ?? title}${metadata.planYear ?? ''}${metadata.planYear ? '年' : ''}报告`,
      });
    }
  }
  return terms;
}

/** As it is printed: a web page's half-width punctuation does not go on paper. */
function shown(text: string, span: Span): string {
  return displayPunctuation(setAnew(text, span));
}
