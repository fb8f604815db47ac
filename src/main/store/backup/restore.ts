import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { checkFile } from './checkFile.ts';
import { keepUnderSecondName, moveIntoPlace, syncFile } from './durable.ts';

/** Beside the library: what stood in its place before, never deleted. */
export const ASIDE_FOLDER = 'set-aside';

/**
 * Copies a backup beside the library and reads the copy through. The library is not touched.
 *
 * @returns the copy's path, for `replaceLibrary`.
 * @throws LibraryFileError if the backup is not a sound library; nothing is left of the copy.
 */
export function prepareRestore(libraryFile: string, backup: string, newestVersion: number): string {
  const copy = `${libraryFile}.restoring`;
  rmSync(copy, { force: true });
  try {
    copyFileSync(backup, copy);
    // A library's own file, copied by hand, still asks for a write-ahead log.
    const connection = new Database(copy);
    try {
      connection.pragma('journal_mode = DELETE');
    } finally {
      connection.close();
    }
    checkFile(copy, newestVersion);
    syncFile(copy);
    return copy;
  } catch (error) {
    for (const leftover of [copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`]) {
      rmSync(leftover, { force: true });
    }
    throw error;
  }
}

/**
 * Puts a finished file in the library's place and keeps what was there. The library must be closed.
 * A kill at any moment leaves the old file there or the new one: it gets a second name first and is
 * then replaced in one step. A log of the old file goes aside before, lest it be applied to the new one.
 *
 * @returns where the old file stands now.
 */
export function replaceLibrary(libraryFile: string, replacement: string, stamp: string): string {
  const folder = join(dirname(libraryFile), ASIDE_FOLDER);
  mkdirSync(folder, { recursive: true });
  const aside = freeName(folder, stamp.slice(0, 19).replace(/[-:]/gu, ''));
  keepUnderSecondName(libraryFile, aside);
  for (const log of ['-wal', '-shm']) {
    if (existsSync(libraryFile + log)) renameSync(libraryFile + log, aside + log);
  }
  moveIntoPlace(replacement, libraryFile);
  return aside;
}

function freeName(folder: string, stamp: string): string {
  for (let number = 1; ; number += 1) {
    const name = join(folder, `${stamp}-${number}.zhenjian`);
    if (!existsSync(name)) return name;
  }
}
