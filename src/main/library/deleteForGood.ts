import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { createTextSearch } from '../search/index.ts';
import { checkFile } from '../store/backup/checkFile.ts';
import { writeBeside } from '../store/backup/durable.ts';
import { explainFileError, LibraryFileError } from '../store/backup/libraryTrouble.ts';
import { type Connection, openConnection } from '../store/connection.ts';
import { migrate } from '../store/migrate.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
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

/** Stands in the library from the moment rows are deleted until no byte of them is left. */
const UNFINISHED = 'deletion-unfinished';

const DELETED = '选的内容已从资料库删除，不会再出现，但文件里的旧页还没有清干净：';
const LATER = '软件空闲时会自动清完。';

/** Why what is deleted may still stand in free pages or in the log. */
const STOPPED: Partial<Record<LibraryFileError['code'], string>> = {
  'disk-full': `${DELETED}磁盘已满。请腾出空间，${LATER}`,
  'library-in-use': `${DELETED}另一个程序正在使用资料库。请关闭那个程序，${LATER}`,
};

/**
 * Deletes reports and notes from the library that is open, so that no byte of them is left in its file or
 * its log: freed pages are overwritten, the index is written anew, the file is packed and the log emptied.
 *
 * @throws LibraryFileError with nothing deleted, or with a sentence of its own where the rows are and the file
 *   could not be packed or its log not emptied; `finishDeleting` goes on with that.
 */
export function deleteForGood(connection: Connection, choice: TrashChoice): void {
  connection.pragma('secure_delete = 1');
  connection.transaction(() => {
    deleteRows(connection, choice);
    rebuildIndex(connection, createTextSearch(connection), () => undefined);
    writeSetting({ connection }, UNFINISHED, true);
  })();
  try {
    finishDeleting(connection);
  } catch (error) {
    const trouble = explainFileError(error);
    const words = trouble && STOPPED[trouble.code];
    if (trouble === undefined || words === undefined) throw error;
    throw new LibraryFileError(trouble.code, words);
  }
}

/** Goes on with a deletion that a full disk, another program or a kill stopped; does nothing without one. */
export function finishDeleting(connection: Connection): void {
  if (readSetting({ connection }, UNFINISHED) === undefined) return;
  try {
    connection.exec('VACUUM');
  } finally {
    emptyLog(connection);
  }
  connection.prepare('DELETE FROM settings WHERE name = ?').run(UNFINISHED);
  emptyLog(connection);
}

function emptyLog(connection: Connection): void {
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
