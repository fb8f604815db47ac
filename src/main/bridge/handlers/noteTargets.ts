import { RequestFailure } from '../../../shared/contract/failure.ts';
import { MOST_TIED_REPORTS } from '../../../shared/contract/routes/annotations.ts';
import type { Span } from '../../../shared/report/report.ts';
import { describePassage } from '../../../shared/text/anchor/describePassage.ts';
import type { NoteTarget } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';

/** @throws RequestFailure where there are no such words. */
export async function describeTarget(
  context: HandlerContext,
  { documentId, start, end }: Span & { documentId: string },
): Promise<NoteTarget> {
  const { text } = await getReport(context, documentId);
  if (start >= end || end > text.length) {
    throw new RequestFailure('no-passage', '没有选中文字，批注没有保存。请先在正文里划出一段。');
  }
  const anchor = describePassage(text, { start, end });
  return {
    reportId: documentId,
    start: anchor.start,
    end: anchor.end,
    anchor,
    state: 'anchored',
  };
}

/**
 * The passages of a note, each once, in the order given.
 *
 * @throws RequestFailure where they are of more reports than are compared side by side.
 */
export function tieTargets(targets: readonly NoteTarget[]): NoteTarget[] {
  const tied = targets.filter(
    (target, index) =>
      index ===
      targets.findIndex(
        ({ reportId, start, end, state }) =>
          reportId === target.reportId &&
          start === target.start &&
          end === target.end &&
          state === target.state,
      ),
  );
  if (new Set(tied.map(({ reportId }) => reportId)).size > MOST_TIED_REPORTS) {
    throw new RequestFailure('too-many-reports', '一条批注最多连四篇报告，没有保存。');
  }
  return tied;
}
