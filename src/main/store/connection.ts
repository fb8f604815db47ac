import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** “ZJKB” in ASCII: marks a file as a 镇鉴 library, so that a foreign SQLite file is never written to. */
export const APPLICATION_ID = 0x5a4a4b42;

/**
 * Settings a library file must run with. better-sqlite3 opens WAL files with synchronous=NORMAL unless
 * told otherwise, and NORMAL loses acknowledged writes at a power cut, so each is read back after setting.
 */
const REQUIRED_PRAGMAS: readonly (readonly [name: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 5000],
  ['journal_size_limit', 67_108_864],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['temp_store', 2],
  ['mmap_size', 0],
];

export interface ConnectionOptions {
  readonly?: boolean;
}

/**
 * Opens a SQLite file with the pragmas of a library and asserts each of them. A read-only connection
 * cannot change the journal mode and writes nothing, so there only the rest is set.
 *
 * @throws if the file is no database or a pragma did not take.
 */
export function openConnection(path: string, options: ConnectionOptions = {}): Connection {
  const readonly = options.readonly ?? false;
  const connection = new Database(path, { readonly });
  try {
    for (const [name, value] of REQUIRED_PRAGMAS) {
      if (readonly && name === 'journal_mode') continue;
      connection.pragma(`${name} = ${value}`);
      // mmap_size reports nothing when SQLite is built without memory mapping: as good as 0.
      const actual = connection.pragma(name, { simple: true }) ?? 0;
      if (String(actual) !== String(value) && path !== ':memory:') {
        throw new Error(`pragma ${name} is ${String(actual)}, wanted ${value}`);
      }
    }
    if (process.platform === 'darwin') connection.pragma('checkpoint_fullfsync = 1');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** False in a file from before the table's time. */
export function hasTable(connection: Connection, name: string): boolean {
  return (
    connection
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
      .get(name) !== undefined
  );
}
