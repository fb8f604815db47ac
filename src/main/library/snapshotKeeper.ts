import { join } from 'node:path';
import { isEmpty } from '../store/backup/checkFile.ts';
import { explainFileError } from '../store/backup/libraryTrouble.ts';
import type { SnapshotReason } from '../store/backup/rotation.ts';
import { sealNewRows } from '../store/backup/seals.ts';
import { type Snapshot, SnapshotFolder } from '../store/backup/snapshotFolder.ts';
import type { Connection } from '../store/connection.ts';
import { type LibraryClock, NEWEST_VERSION } from './openLibrary.ts';
import type { OperationLog } from './operationLog.ts';
import { SecondFolder } from './secondFolder.ts';

/** The checked copies of a library, beside it and in the person's second folder. */
export class SnapshotKeeper {
  readonly folder: string;
  readonly second: SecondFolder;
  readonly #snapshots: SnapshotFolder;
  readonly #clock: LibraryClock;
  readonly #log: OperationLog;
  readonly #connection: () => Connection;
  #savedChanges = 0;

  /** @param connection of the library that is open; throws while none is. */
  constructor(
    libraryFolder: string,
    clock: LibraryClock,
    log: OperationLog,
    connection: () => Connection,
  ) {
    this.folder = join(libraryFolder, 'snapshots');
    this.#snapshots = new SnapshotFolder(this.folder, NEWEST_VERSION);
    this.second = new SecondFolder(connection);
    this.#clock = clock;
    this.#log = log;
    this.#connection = connection;
  }

  list(): Snapshot[] {
    return this.#snapshots.list();
  }

  find(id: string): string | undefined {
    return this.#snapshots.find(id);
  }

  /** Of a library that was just opened: nothing has changed in it yet. */
  begin(): void {
    this.#savedChanges = this.#changes();
  }

  /** Whether anything was written since the last snapshot. */
  get isBehind(): boolean {
    return this.#changes() !== this.#savedChanges;
  }

  /**
   * Before a risky step. A library with nothing in it needs none, but to be the way back from a merge.
   *
   * @returns its id; null where none was taken.
   */
  take(reason: SnapshotReason): string | null {
    const connection = this.#connection();
    if (isEmpty(connection) && reason !== 'before-merge') return null;
    const startedAt = performance.now();
    sealNewRows(connection);
    const id = this.#snapshots.take(connection, reason, this.#clock.now());
    this.begin();
    this.#log.write({ what: `snapshot ${reason}`, milliseconds: performance.now() - startedAt });
    const written = this.#snapshots.find(id);
    if (written !== undefined) this.second.add(written, id);
    return id;
  }

  /** A damaged library has no snapshot to give; it is kept aside as it is. */
  takeIfSound(reason: SnapshotReason): void {
    try {
      this.take(reason);
    } catch (error) {
      if (explainFileError(error)?.code !== 'damaged') throw error;
    }
  }

  /** Of a library that is not in use yet, since it must be brought to today's version first. */
  takeBeforeMigration(connection: Connection): void {
    this.#snapshots.take(connection, 'before-migration', this.#clock.now());
  }

  /** Rows written through this connection since it was opened. */
  #changes(): number {
    return this.#connection().prepare('SELECT total_changes()').pluck().get() as number;
  }
}
