import { readDamaged } from '../../library/exchange/damagedFile.ts';
import { describeUnexpected } from '../../library/operationLog.ts';
import type { HandlerContext } from '../context.ts';
import { mergeReports } from './exchange.ts';

/** Stands among what was merged, and on the version of a draft that it was laid over. */
const TITLE = '从损坏的资料库读出';

/**
 * After another library took the place of a damaged one: what can still be read of the damaged file and is
 * missing now is taken in as a package is, with a snapshot before it. The library that was restored is good
 * without it, so that nothing here may fail.
 */
export async function bringBack(context: HandlerContext): Promise<void> {
  const { home, now } = context;
  const path = home.takeDamagedFile();
  if (path === null) return;
  try {
    const { reports, drafts } = readDamaged(path);
    await mergeReports(context, reports, { title: TITLE, author: '', digest: '', mergedAt: now() });
    await context.store.drafts.takeIn(drafts, TITLE);
  } catch (error) {
    home.noteFailure('bring back', describeUnexpected(error));
  }
}
