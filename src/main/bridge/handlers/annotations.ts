import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { describePassage } from '../../../shared/text/anchor/describePassage.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { exportNotes } from './noteExport.ts';
import { listCandidates, settleNote, unsettleNote } from './notePlacing.ts';
import { readSettings } from './settings.ts';

type Routes =
  | 'annotations.create'
  | 'annotations.update'
  | 'annotations.remove'
  | 'annotations.restore'
  | 'annotations.list'
  | 'annotations.candidates'
  | 'annotations.settle'
  | 'annotations.unsettle'
  | 'annotations.export';

export const annotationHandlers: Handlers<HandlerContext, Routes> = {
  'annotations.create': async (context, input) => {
    const { text } = await getReport(context, input.documentId);
    if (input.start >= input.end || input.end > text.length) {
      throw new RequestFailure('no-passage', '没有选中文字，批注没有保存。请先在正文里划出一段。');
    }
    const anchor = describePassage(text, input);
    const { author } = await readSettings(context.store);
    const annotation = await context.store.addAnnotation({
      reportId: input.documentId,
      start: anchor.start,
      end: anchor.end,
      anchor,
      note: input.note,
      category: input.category,
      tags: input.tags,
      author,
    });
    context.emit({ type: 'library.changed' });
    return { annotation };
  },
  'annotations.update': async (context, { id, ...change }) => ({
    annotation: await changeAnnotation(context, id, change),
  }),
  'annotations.remove': async (context, { id }) => {
    await changeAnnotation(context, id, { removed: true });
    return {};
  },
  'annotations.restore': async (context, { id }) => ({
    annotation: await changeAnnotation(context, id, { removed: false }),
  }),
  'annotations.list': async ({ store }, { documentId }) => ({
    annotations: await store.listAnnotations(documentId),
  }),
  'annotations.candidates': listCandidates,
  'annotations.settle': settleNote,
  'annotations.unsettle': unsettleNote,
  'annotations.export': exportNotes,
};

async function changeAnnotation(
  context: HandlerContext,
  id: string,
  change: Omit<Parameters<HandlerContext['store']['changeAnnotation']>[1], 'author'>,
) {
  const { author } = await readSettings(context.store);
  const annotation = await context.store.changeAnnotation(id, { ...change, author });
  if (annotation === undefined) {
    throw new RequestFailure('no-annotation', '没有找到这条批注，没有改动任何内容。');
  }
  context.emit({ type: 'library.changed' });
  return annotation;
}
