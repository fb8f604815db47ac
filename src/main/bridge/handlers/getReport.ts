import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';

/** @throws RequestFailure in Chinese when the library has no such report. */
export async function getReport(
  { store }: Pick<HandlerContext, 'store'>,
  id: string,
): Promise<StoredReport> {
  const report = await store.findReport(id);
  if (report === undefined) {
    throw new RequestFailure('no-report', '资料库里没有这篇资料，可能已被移除。其他资料不受影响。');
  }
  return report;
}
