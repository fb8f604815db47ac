import type { Connection } from './connection.ts';
import type { TextIndexer } from './libraryStore.ts';

/** Remembers what is made for a connection: statements that an import runs for every report. */
export function onceForEach<T>(make: (connection: Connection) => T): (connection: Connection) => T {
  const made = new WeakMap<Connection, T>();
  return (connection) => {
    const known = made.get(connection) ?? make(connection);
    made.set(connection, known);
    return known;
  };
}

/** What the table groups share: the file, the index told of every text, and where time and ids come from. */
export interface Storage {
  connection: Connection;
  indexer: TextIndexer;
  now: () => string;
  newId: () => string;
  /** Names this computer in revisions, so that two libraries can be merged. */
  device: string;
}
