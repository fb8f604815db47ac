import { copyFileSync } from 'node:fs';
import type { Connection } from '../connection.ts';
import { checkFile, countContents, type LibraryCounts } from './checkFile.ts';
import { writeBeside } from './durable.ts';
import { LibraryFileError } from './libraryTrouble.ts';

/** Another program may write while a snapshot is made; so often it is made again. */
const TRIES = 3;

/**
 * Writes the whole library to one file that travels: no write-ahead log, nothing unused in it. It has
 * been read through and holds as many reports and notes as the library before it takes its name.
 *
 * @throws LibraryFileError with what was there before untouched.
 */
export function writeSnapshot(
  connection: Connection,
  target: string,
  newestVersion: number,
): LibraryCounts {
  for (let left = TRIES; left > 0; left -= 1) {
    const counts = writeBeside(target, (beside) => {
      const before = countContents(connection);
      connection.prepare('VACUUM INTO ?').run(beside);
      const written = checkFile(beside, newestVersion);
      return sameCounts(before, written) ? written : undefined;
    });
    if (counts) return counts;
  }
  throw new LibraryFileError('library-in-use');
}

/** Copies a finished snapshot and reads the copy through before it takes its name. */
export function copySnapshot(from: string, target: string, newestVersion: number): void {
  writeBeside(target, (beside) => {
    copyFileSync(from, beside);
    checkFile(beside, newestVersion);
  });
}

function sameCounts(a: LibraryCounts, b: LibraryCounts): boolean {
  return a.reportCount === b.reportCount && a.annotationCount === b.annotationCount;
}
