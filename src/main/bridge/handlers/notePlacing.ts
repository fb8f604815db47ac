import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { NotePlace } from '../../../shared/contract/schemas/annotation.ts';
import type { Span } from '../../../shared/report/report.ts';
import { contextAfter, contextBefore } from '../../../shared/text/anchor/context.ts';
import { matchPassage } from '../../../shared/text/anchor/matchPassage.ts';
import type { NoteTarget } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { describeTarget } from './noteTargets.ts';

interface DescribedNote {
  targets: readonly NoteTarget[];
}

export async function listCandidates(
  context: HandlerContext,
  note: DescribedNote,
  { target }: Parsed<'annotations.candidates'>,
): Promise<Output<'annotations.candidates'>> {
  const { reportId, anchor } = getTarget(note, target);
  const { text } = await getReport(context, reportId);
  const match = matchPassage(text, anchor);
  const spans = match.state === 'review' ? match.candidates : [];
  const { start, end, prefix, quote, suffix } = anchor;
  return {
    former: { start, end, before: prefix, quote, after: suffix },
    candidates: spans.map((span) => placeOf(text, span)),
  };
}

function placeOf(text: string, { start, end }: Span): NotePlace {
  return {
    start,
    end,
    before: contextBefore(text, start),
    quote: text.slice(start, end),
    after: contextAfter(text, end),
  };
}

/** The passages of a note with one of them where the person said. */
export async function settleNote(
  context: HandlerContext,
  note: DescribedNote,
  { target, start, end }: Parsed<'annotations.settle'>,
): Promise<NoteTarget[]> {
  const documentId = getTarget(note, target).reportId;
  return note.targets.with(target, await describeTarget(context, { documentId, start, end }));
}

function getTarget({ targets }: DescribedNote, at: number): NoteTarget {
  const target = targets[at];
  if (target === undefined) {
    throw new RequestFailure('no-passage', '这条批注没有这一处原文，没有改动。请刷新后再选。');
  }
  return target;
}
