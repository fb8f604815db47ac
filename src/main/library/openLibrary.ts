import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, openConnection } from '../store/connection.ts';
import type { LibraryStore } from '../store/libraryStore.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations/list.ts';
import { createSqliteLibraryStore } from '../store/sqliteLibraryStore.ts';
import { createLibrarySearch, searchMigration } from './librarySearch.ts';
import type { TextSearch } from './textSearch.ts';

export interface OpenLibrary {
  store: LibraryStore;
  search: TextSearch;
}

export interface LibraryClock {
  now: () => string;
}

/** The library's file inside its folder. */
export const LIBRARY_FILE = 'library.zhenjian';

/**
 * Opens the library in a folder, creating it where there is none and bringing it to the newest schema.
 *
 * @throws LibraryFileError or a SQLite error if the file there cannot be used.
 */
export function openLibrary(libraryDir: string, { now }: LibraryClock): OpenLibrary {
  mkdirSync(libraryDir, { recursive: true });
  const connection: Connection = openConnection(join(libraryDir, LIBRARY_FILE));
  try {
    migrate(
      connection,
      [...migrations, searchMigration].sort((a, b) => a.version - b.version),
    );
    const { search, indexer } = createLibrarySearch(connection);
    const store = createSqliteLibraryStore({
      connection,
      indexer,
      now,
      newId: randomUUID,
      device: 'local',
    });
    return { store, search };
  } catch (error) {
    connection.close();
    throw error;
  }
}
