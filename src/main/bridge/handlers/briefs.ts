import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';
import { addPassages } from './briefPassages.ts';

type Routes =
  | 'briefs.list'
  | 'briefs.save'
  | 'briefs.addPassages'
  | 'briefs.remove'
  | 'briefs.preview'
  | 'briefs.exportPdf'
  | 'briefs.exportDocx'
  | 'briefs.cancelExport';

/** What composes and writes papers is heavy to load, and most days nobody prints. */
const papers = () => import('./briefPapers.ts');

export const briefHandlers: Handlers<HandlerContext, Routes> = {
  'briefs.list': async ({ store }) => ({ briefs: await store.listBriefs() }),
  'briefs.save': async ({ store }, { id, spec }) => ({ brief: await store.saveBrief(id, spec) }),
  'briefs.addPassages': addPassages,
  'briefs.remove': async ({ store }, { id }) => {
    if (!(await store.removeBrief(id))) {
      throw new RequestFailure('no-brief', '没有找到这份简报，没有改动任何内容。');
    }
    return {};
  },
  'briefs.preview': async (context, { spec }) => (await papers()).previewBrief(context, spec),
  'briefs.exportPdf': async (context, input) => (await papers()).writePdf(context, input),
  'briefs.exportDocx': async (context, input) => (await papers()).writeDocx(context, input),
  'briefs.cancelExport': async ({ tasks }, { task }) => {
    tasks.cancel(task);
    return {};
  },
};
