import type { BroughtBack } from '../../../shared/contract/routes/safety.ts';
import { readDamaged } from '../../library/exchange/damagedFile.ts';
import type { HandlerContext } from '../context.ts';
import { mergeReports } from './exchange.ts';

/** Stands among what was merged, and on the version of a draft that it was laid over. */
const TITLE = '从损坏的资料库读出';

const NOTHING: BroughtBack = {
  ...{ reports: 0, notes: 0, briefs: 0, drafts: 0, versions: 0, settings: 0, names: 0 },
  whole: false,
};

/**
 * After another library took the place of a damaged one: what can still be read of the damaged file and is
 * missing now is taken in as a package is, with a snapshot before it. The library that was restored is good
 * without it, so that nothing here may fail.
 *
 * @returns what came back; null where no damaged file was replaced.
 */
export async function bringBack(context: HandlerContext): Promise<BroughtBack | null> {
  const { home, now } = context;
  const path = home.takeDamagedFile();
  if (path === null) return null;
  let counts = NOTHING;
  try {
    const found = readDamaged(path);
    if (found === null) return counts;
    home.takeSnapshot('before-merge');
    // Settings first: notes name their categories.
    counts = { ...counts, ...home.takeBeside(found.file, TITLE) };
    const about = { title: TITLE, author: '', digest: '', mergedAt: now() };
    const { record } = await mergeReports(context, found.reports, about, () => null);
    const { reports, notes } = record;
    return {
      ...counts,
      reports: reports.fresh + reports['other-text'] + reports['in-trash'],
      notes: notes.fresh + notes.updated + notes.conflicting,
      whole: found.whole,
    };
  } catch (error) {
    home.noteFailure('bring back', error);
    return counts;
  } finally {
    home.dropReadings();
  }
}
