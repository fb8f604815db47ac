import type { Connection } from './connection.ts';
import type { TextIndexer } from './libraryStore.ts';

/** What the table groups share: the file, the index told of every text, and where time and ids come from. */
export interface Storage {
  connection: Connection;
  indexer: TextIndexer;
  now: () => string;
  newId: () => string;
  /** Names this computer in revisions, so that two libraries can be merged. */
  device: string;
}
