import { copyFileSync } from 'node:fs';
import type { Connection } from '../connection.ts';
import { checkFile, countContents, type LibraryCounts } from './checkFile.ts';
import { writeBeside } from './durable.ts';
import { LibraryFileError } from './libraryTrouble.ts';

/** As SQLite counts it: what is below zero is no number of pages. */
const CACHE_KIBIBYTES = -2000;

/**
 * Writes the whole library to one file that travels: no write-ahead log, nothing unused in it. It has
 * been read through and, unless another program wrote meanwhile, holds as many reports and notes as
 * the library before it takes its name.
 *
 * @throws LibraryFileError with what was there before untouched.
 */
export function writeSnapshot(
  connection: Connection,
  target: string,
  newestVersion: number,
): LibraryCounts {
  return writeBeside(target, (beside) => {
    const before = stateOf(connection);
    const counts = JSON.stringify(countContents(connection));
    vacuumInto(connection, beside);
    const undisturbed = stateOf(connection) === before;
    const written = checkFile(beside, newestVersion);
    if (undisturbed && JSON.stringify(written) !== counts) throw new LibraryFileError('damaged');
    return written;
  });
}

/**
 * Each page is read and written once: a small cache serves as well, where the library's own would be taken
 * twice over, for the pages read and for those written.
 */
function vacuumInto(connection: Connection, path: string): void {
  const cache = connection.pragma('cache_size', { simple: true });
  try {
    connection.pragma(`cache_size = ${CACHE_KIBIBYTES}`);
    connection.prepare('VACUUM INTO ?').run(path);
  } finally {
    connection.pragma(`cache_size = ${cache}`);
  }
}

/** Copies a finished snapshot and reads the copy through before it takes its name. */
export function copySnapshot(from: string, target: string, newestVersion: number): void {
  writeBeside(target, (beside) => {
    copyFileSync(from, beside);
    checkFile(beside, newestVersion);
  });
}

/** Another number as soon as another program has written to the file. */
function stateOf(connection: Connection): unknown {
  return connection.pragma('data_version', { simple: true });
}
