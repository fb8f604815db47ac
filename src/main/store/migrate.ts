import { LibraryFileError } from './backup/libraryTrouble.ts';
import { APPLICATION_ID, type Connection } from './connection.ts';
import type { Migration } from './migrations/list.ts';

/**
 * Brings a library file to the newest schema, each migration in a transaction of its own, so that a
 * kill leaves the file at one version or the next.
 *
 * @throws LibraryFileError for a SQLite file that is no library, or one written by a newer 镇鉴.
 */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  const applicationId = connection.pragma('application_id', { simple: true });
  const version = Number(connection.pragma('user_version', { simple: true }));
  const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as {
    n: number;
  };
  if (applicationId !== APPLICATION_ID && tables.n > 0) throw new LibraryFileError('foreign-file');
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) throw new LibraryFileError('newer-library');
  for (const migration of migrations) {
    if (migration.version <= version) continue;
    connection.transaction(() => {
      connection.exec(migration.sql);
      connection.pragma(`application_id = ${APPLICATION_ID}`);
      connection.pragma(`user_version = ${migration.version}`);
    })();
  }
}
