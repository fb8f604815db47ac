import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { HandlerContext } from '../context.ts';
import { exportNotes } from './noteExport.ts';
import { listCandidates, settleNote } from './notePlacing.ts';
import { describeTarget, tieTargets } from './noteTargets.ts';
import { readSettings } from './settings.ts';

type Routes =
  | 'annotations.create'
  | 'annotations.update'
  | 'annotations.remove'
  | 'annotations.restore'
  | 'annotations.tie'
  | 'annotations.untie'
  | 'annotations.list'
  | 'annotations.candidates'
  | 'annotations.settle'
  | 'annotations.undo'
  | 'annotations.export';

export const annotationHandlers: Handlers<HandlerContext, Routes> = {
  'annotations.create': async (context, { further, note, category, tags, ...passage }) => {
    const targets = await describeTargets(context, [passage, ...further]);
    await requireCategory(context, category);
    const { author } = await readSettings(context.store);
    const annotation = await context.store.addAnnotation({
      targets: tieTargets(targets),
      note,
      category,
      tags,
      author,
    });
    context.emit({ type: 'library.changed' });
    return { annotation };
  },
  'annotations.update': async (context, { id, ...change }) => {
    const { annotation } = await getDescribedNote(context, id);
    if (change.category !== annotation.category) await requireCategory(context, change.category);
    return { annotation: await changeAnnotation(context, id, change) };
  },
  'annotations.remove': async (context, { id }) => {
    await changeAnnotation(context, id, { removed: true });
    return {};
  },
  'annotations.restore': async (context, { id }) => ({
    annotation: await changeAnnotation(context, id, { removed: false }),
  }),
  'annotations.tie': async (context, { id, passages }) => {
    const { targets } = await getDescribedNote(context, id);
    const added = await describeTargets(context, passages);
    return {
      annotation: await changeAnnotation(context, id, {
        targets: tieTargets([...targets, ...added]),
      }),
    };
  },
  'annotations.untie': async (context, { id, target }) => {
    const { targets } = await getDescribedNote(context, id);
    if (targets.length < 2 || targets[target] === undefined) {
      throw new RequestFailure('no-passage', '批注至少要连着一处原文，没有改动。');
    }
    return {
      annotation: await changeAnnotation(context, id, { targets: targets.toSpliced(target, 1) }),
    };
  },
  'annotations.list': async ({ store }, { documentId }) => ({
    annotations: await store.listAnnotations(documentId),
  }),
  'annotations.candidates': async (context, input) =>
    listCandidates(context, await getDescribedNote(context, input.id), input),
  'annotations.settle': async (context, input) => {
    const note = await getDescribedNote(context, input.id);
    return {
      annotation: await changeAnnotation(context, input.id, {
        targets: await settleNote(context, note, input),
      }),
    };
  },
  'annotations.undo': async (context, { id, revision }) => {
    const { author } = await readSettings(context.store);
    const annotation = await context.store.undoRevision(id, revision, author);
    if (annotation === undefined) {
      throw new RequestFailure('changed-since', '这条批注后来又改过，没有撤销。');
    }
    context.emit({ type: 'library.changed' });
    return { annotation };
  },
  'annotations.export': exportNotes,
};

async function requireCategory(
  { store }: HandlerContext,
  category: string | null | undefined,
): Promise<void> {
  const offered = (await readSettings(store)).categories
    .filter(({ retired }) => retired !== true)
    .map(({ name }) => name);
  if (category === null || category === undefined || offered.includes(category)) return;
  throw new RequestFailure(
    'no-category',
    `没有“${category}”这个类别，没有保存。现有类别：${offered.join('、')}。`,
  );
}

async function describeTargets(
  context: HandlerContext,
  passages: readonly Parameters<typeof describeTarget>[1][],
) {
  return Promise.all(passages.map((passage) => describeTarget(context, passage)));
}

async function changeAnnotation(
  context: HandlerContext,
  id: string,
  change: Omit<Parameters<HandlerContext['store']['changeAnnotation']>[1], 'author'>,
): Promise<Annotation> {
  const { author } = await readSettings(context.store);
  const annotation = await context.store.changeAnnotation(id, { ...change, author });
  if (annotation === undefined) throw noNote();
  context.emit({ type: 'library.changed' });
  return annotation;
}

async function getDescribedNote({ store }: HandlerContext, id: string) {
  const note = await store.findDescribedNote(id);
  if (note === undefined) throw noNote();
  return note;
}

function noNote(): RequestFailure {
  return new RequestFailure('no-annotation', '没有找到这条批注，没有改动任何内容。');
}
