import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { createTextSearch } from '../search/index.ts';
import { checkFile } from '../store/backup/checkFile.ts';
import { writeBeside } from '../store/backup/durable.ts';
import { LibraryFileError } from '../store/backup/libraryTrouble.ts';
import { type Connection, openConnection } from '../store/connection.ts';
import { migrate } from '../store/migrate.ts';
import { deleteRows, type TrashChoice } from '../store/trash.ts';
import { allMigrations, NEWEST_VERSION } from './openLibrary.ts';
import { rebuildIndex } from './rebuildIndex.ts';

/** How much was deleted for good, and how many copies were written anew or deleted for it. */
export interface DeletedForGood {
  reports: number;
  notes: number;
  rewritten: number;
  deleted: number;
}

/**
 * Deletes reports and notes from the library that is open, so that no byte of them is left in its file or
 * its log: freed pages are overwritten, the index is written anew, the file is packed and the log emptied.
 *
 * @throws LibraryFileError with nothing deleted where another program is writing; `library-in-use` too
 *   where one only reads on, and what is deleted stays in the log until it is closed.
 */
export function deleteForGood(connection: Connection, choice: TrashChoice): void {
  connection.pragma('secure_delete = 1');
  connection.transaction(() => {
    deleteRows(connection, choice);
    rebuildIndex(connection, createTextSearch(connection), () => undefined);
  })();
  connection.exec('VACUUM');
  const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (log?.busy !== 0) throw new LibraryFileError('library-in-use');
}

/**
 * Writes a copy of the library anew without these reports and notes, at today's version; all else in it
 * stays. The new file is read through before it takes the old one's name.
 *
 * @throws LibraryFileError for a copy that is damaged; it stays as it is.
 */
export function deleteFromCopy(path: string, choice: TrashChoice): void {
  writeBeside(path, (beside) => {
    copyFileSync(path, beside);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${beside}-wal`);
    const connection = openConnection(beside);
    try {
      migrate(connection, allMigrations);
      deleteForGood(connection, choice);
      connection.pragma('journal_mode = DELETE');
    } finally {
      connection.close();
    }
    checkFile(beside, NEWEST_VERSION);
  });
  // What was set aside after a crash has its log beside it; that is in the new file now.
  for (const log of ['-wal', '-shm']) rmSync(path + log, { force: true });
}
