import type { Handlers } from '../../../shared/contract/routes.ts';
import { needRank } from '../../../shared/report/needs.ts';
import type { HandlerContext } from '../context.ts';
import { readSettings } from './settings.ts';
import { listSnapshots } from './snapshotList.ts';
import { summarise } from './summary.ts';

/** Asked by the window before it shows anything. None of them says more than its name. */
export type FirstQuestion = 'library.trouble' | 'settings.get' | 'library.status' | 'reports.list';

/** 'opened' and 'declined' both end the greeting of a first start. */
export const SAMPLE_SETTING = 'sample';

/**
 * The handlers a start needs. What they import is all that is read and compiled before the first
 * screen; the megabyte behind the others is read with the first of their questions.
 */
export const firstHandlers: Handlers<HandlerContext, FirstQuestion> = {
  'library.trouble': async ({ home }) => {
    const { trouble } = home;
    if (trouble === null) return { trouble: null };
    const { code, message } = trouble;
    const { canReplace } = home;
    return { trouble: { code, message, canReplace, snapshots: listSnapshots(home) } };
  },
  'settings.get': async ({ store }) => readSettings(store),
  'library.status': async ({ store }) => {
    const sample = await store.readSetting(SAMPLE_SETTING);
    const counts = await store.status();
    return {
      ...counts,
      firstStart: sample === undefined && counts.reportCount === 0,
      sampleOpened: sample === 'opened',
    };
  },
  'reports.list': async ({ store }) => {
    const reports = (await store.listReports()).map(summarise);
    return { reports: reports.sort((a, b) => needRank(a) - needRank(b)) };
  },
};
