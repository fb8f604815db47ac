import { findLeftover } from './leftovers.ts';
import type { NewReport, ReanchoredNotes } from './libraryStore.ts';
import { replaceText } from './replacement.ts';
import type { Storage } from './storage.ts';

/**
 * Puts the text that has a leftover in it again, or no longer has it, in the report's place: an exact
 * move for everything that stands in it. The report keeps the fingerprint it came with, so that its
 * file is known again. Undefined if the leftover or the report is not in that state.
 */
export function setRestored(
  storage: Storage,
  id: string,
  restored: boolean,
  report: NewReport,
  author: string,
): ReanchoredNotes | undefined {
  const { connection } = storage;
  return connection.transaction(() => {
    const leftover = findLeftover(storage, id);
    if (leftover === undefined || leftover.restored === restored) return undefined;
    const { reportId } = leftover;
    const fingerprint = connection
      .prepare('SELECT fingerprint FROM reports WHERE id = ?')
      .pluck()
      .get(reportId) as string;
    connection
      .prepare('UPDATE discarded_texts SET restored_to = ? WHERE id = ?')
      .run(restored ? reportId : null, id);
    return replaceText(storage, reportId, { ...report, fingerprint }, author);
  })();
}
