import { RequestFailure } from '../../../shared/contract/failure.ts';
import { assignNames } from '../../../shared/indicator/stated.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';

/**
 * A report as the person left it, with the names they assigned for the whole library.
 *
 * @throws RequestFailure in Chinese when the library has no such report.
 */
export async function getReport(
  { store, knowledge }: Pick<HandlerContext, 'store' | 'knowledge'>,
  id: string,
): Promise<StoredReport> {
  const [report, names] = await Promise.all([store.findReport(id), store.listAssignedNames()]);
  if (report === undefined) {
    throw new RequestFailure('no-report', '资料库里没有这篇资料，可能已被移除。其他资料不受影响。');
  }
  if (names.length === 0) return report;
  const assigned = new Map(names.map(({ name, key }) => [name, key]));
  const { findings } = report;
  const readings = assignNames(findings.figures.readings, assigned, (await knowledge()).indicators);
  return { ...report, findings: { ...findings, figures: { ...findings.figures, readings } } };
}
