import { readIndicators } from '../../../shared/indicator/read.ts';
import { applyDecisions } from '../../store/corrections.ts';
import type { HandlerContext } from '../context.ts';

/** What a figure's nature and year are read from, beside its own sentence. */
const FIGURES_DEPEND_ON: ReadonlySet<string> = new Set(['role', 'kind', 'reviewYear', 'planYear']);

/**
 * Reads a report's figures once more after the person decided what its sections do: 全年投资5亿元 is a
 * result in the review and a target in the plan. What was corrected figure by figure stays over it.
 *
 * @param field what was decided; nothing is done where no figure depends on it.
 */
export async function rereadFigures(
  { store, knowledge }: Pick<HandlerContext, 'store' | 'knowledge'>,
  reportId: string,
  field: string = 'role',
): Promise<void> {
  if (!FIGURES_DEPEND_ON.has(field)) return;
  const read = await store.findAsRead(reportId);
  if (read === undefined) return;
  const { text, decisions } = read;
  const { kind, metadata, sections, roles } = applyDecisions(read.analysis, decisions, text.length);
  const context = { kind, metadata, sections, ...(roles === undefined ? {} : { roles }) };
  await store.writeFigures(reportId, readIndicators(text, context, (await knowledge()).indicators));
}
