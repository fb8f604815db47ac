import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { glanceAtFile } from '../store/backup/checkFile.ts';
import { makeFolder, moveIntoPlace } from '../store/backup/durable.ts';
import { countFurtherOperations } from '../store/backup/operationCount.ts';
import { type Connection, openConnection } from '../store/connection.ts';
import type { LibraryStore } from '../store/libraryStore.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations/list.ts';
import { createSqliteLibraryStore } from '../store/sqliteLibraryStore.ts';
import { createLibrarySearch, searchMigrations } from './librarySearch.ts';
import type { TextSearch } from './textSearch.ts';

export interface OpenLibrary {
  store: LibraryStore;
  search: TextSearch;
  /** Goes on merging the segments of the index, a short step; answers whether there may be more to do. */
  maintainIndex: () => boolean;
  /** For whoever keeps the file safe; handlers never see it. */
  connection: Connection;
}

export interface LibraryClock {
  now: () => string;
}

/** The library's file inside its folder. */
export const LIBRARY_FILE = 'library.zhenjian';

/** Every step of the file, the index’s among them, in the order they run. */
export const allMigrations = [...migrations, ...searchMigrations].sort(
  (a, b) => a.version - b.version,
);

/** What this program writes; a file with a higher version is left alone. */
export const NEWEST_VERSION = allMigrations.at(-1)?.version ?? 0;

/**
 * Opens the library in a folder, creating it where there is none and bringing it to the newest schema.
 *
 * @throws LibraryFileError or a SQLite error if the file there cannot be used.
 */
export function openLibrary(
  libraryDir: string,
  { now }: LibraryClock,
  {
    beforeUse = () => undefined,
    beforeMigration = () => undefined,
  }: {
    /** Told of the file before anything in it changes; refuses it by throwing. */
    beforeUse?: (connection: Connection) => void;
    /** Told of a library that an older 镇鉴 wrote, before anything in it changes. */
    beforeMigration?: (connection: Connection) => void;
  } = {},
): OpenLibrary {
  makeFolder(libraryDir);
  const file = join(libraryDir, LIBRARY_FILE);
  if (!existsSync(file)) moveIntoPlace(makeEmptyLibrary(file), file);
  const trouble = glanceAtFile(file);
  // With its log at hand a file may be shorter than its header says: SQLite completes it. An empty one
  // it would take for a new database, and delete the log.
  const completed = trouble?.code === 'damaged' && existsSync(`${file}-wal`);
  if (trouble && !completed) throw trouble;
  const connection = openConnection(file);
  try {
    beforeUse(connection);
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > 0 && version < NEWEST_VERSION) beforeMigration(connection);
    migrate(connection, allMigrations);
    countFurtherOperations(connection);
    // A file that may only be read is refused now and not at the first note.
    connection.exec('BEGIN IMMEDIATE; ROLLBACK');
    const { search, indexer, maintainIndex } = createLibrarySearch(connection);
    const store = createSqliteLibraryStore({
      connection,
      indexer,
      now,
      newId: randomUUID,
      device: 'local',
    });
    return { store, search, maintainIndex, connection };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Makes a library beside the place where it is wanted. It gets its name only when it is whole, so that
 * an empty file under that name is never a library that was just begun.
 *
 * @returns the path of the new file.
 */
export function makeEmptyLibrary(file: string): string {
  const beside = join(dirname(file), 'new-library.part');
  rmSync(beside, { force: true });
  const connection = openConnection(beside);
  try {
    migrate(connection, allMigrations);
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
  return beside;
}
