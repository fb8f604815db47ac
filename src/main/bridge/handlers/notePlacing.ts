import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { NotePlace } from '../../../shared/contract/schemas/annotation.ts';
import type { Span } from '../../../shared/report/report.ts';
import { contextAfter, contextBefore } from '../../../shared/text/anchor/context.ts';
import { describePassage } from '../../../shared/text/anchor/describePassage.ts';
import { matchPassage } from '../../../shared/text/anchor/matchPassage.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { readSettings } from './settings.ts';

export async function listCandidates(
  context: HandlerContext,
  { id }: Parsed<'annotations.candidates'>,
): Promise<Output<'annotations.candidates'>> {
  const { annotation, anchor } = await getDescribedNote(context, id);
  const { text } = await getReport(context, annotation.documentId);
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

export async function settleNote(
  context: HandlerContext,
  { id, start, end }: Parsed<'annotations.settle'>,
): Promise<Output<'annotations.settle'>> {
  const { annotation: before } = await getDescribedNote(context, id);
  const { text } = await getReport(context, before.documentId);
  if (start >= end || end > text.length) {
    throw new RequestFailure('no-passage', '正文里没有这个位置，批注没有改动。请刷新后再选。');
  }
  const annotation = await context.store.changeAnnotation(id, {
    place: describePassage(text, { start, end }),
    author: (await readSettings(context.store)).author,
  });
  if (annotation === undefined) throw noNote();
  context.emit({ type: 'library.changed' });
  return { annotation };
}

export async function unsettleNote(
  context: HandlerContext,
  { id, revision }: Parsed<'annotations.unsettle'>,
): Promise<Output<'annotations.unsettle'>> {
  const { author } = await readSettings(context.store);
  const annotation = await context.store.takeBackPlacing(id, revision, author);
  if (annotation === undefined) {
    throw new RequestFailure('changed-since', '这条批注后来又改过，没有撤销。');
  }
  context.emit({ type: 'library.changed' });
  return { annotation };
}

async function getDescribedNote({ store }: HandlerContext, id: string) {
  const note = await store.findDescribedNote(id);
  if (note === undefined) throw noNote();
  return note;
}

function noNote(): RequestFailure {
  return new RequestFailure('no-annotation', '没有找到这条批注，没有改动任何内容。');
}
