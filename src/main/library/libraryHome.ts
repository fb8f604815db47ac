import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readingBackup, writingBackup } from '../store/backup/backupFailures.ts';
import { checkFile, countContents, type LibraryCounts } from '../store/backup/checkFile.ts';
import { dropUnfinished, makeFolder } from '../store/backup/durable.ts';
import { explainFileError, LibraryFileError } from '../store/backup/libraryTrouble.ts';
import { OperationCount } from '../store/backup/operationCount.ts';
import { ASIDE_FOLDER, prepareRestore, replaceLibrary } from '../store/backup/restore.ts';
import type { SnapshotReason } from '../store/backup/rotation.ts';
import { sealNewRows } from '../store/backup/seals.ts';
import { writeSnapshot } from '../store/backup/snapshot.ts';
import type { Snapshot } from '../store/backup/snapshotFolder.ts';
import { type BesideCounts, takeBeside } from '../store/readBack/takeBeside.ts';
import { listTrash, type Trash, type TrashChoice } from '../store/trash.ts';
import { type DeletedForGood, finishDeleting } from './deleteForGood.ts';
import { dropCopies } from './exchange/damagedFile.ts';
import { type IntegrityReport, verifyLibrary } from './integrity.ts';
import {
  type CopyFolders,
  type CopyPlace,
  deleteEverywhere,
  findCopies,
  type LibraryCopy,
} from './libraryCopies.ts';
import {
  LIBRARY_FILE,
  type LibraryClock,
  makeEmptyLibrary,
  NEWEST_VERSION,
  type OpenLibrary,
  openLibrary,
} from './openLibrary.ts';
import { describeFailure, type OperationLog } from './operationLog.ts';
import type { SecondFolder } from './secondFolder.ts';
import { SnapshotKeeper } from './snapshotKeeper.ts';

const COUNT_FILE = 'library.count';
/** The person who asked for a restore is told soon that another program is in the way. */
const RESTORE_PATIENCE_MILLISECONDS = 300;
/** What nobody has written to for so long, nobody is writing any more. */
const ABANDONED_MILLISECONDS = 60_000;

/**
 * The folder a library lives in: opens the file there, keeps it safe, and can put another in its
 * place. Where the file cannot be used it says why instead, and nothing but what helps is possible.
 */
export class LibraryHome {
  readonly #folder: string;
  readonly #file: string;
  readonly #clock: LibraryClock;
  readonly #snapshots: SnapshotKeeper;
  readonly #operations: OperationCount;
  readonly #onGivenUp: () => void;
  readonly #log: OperationLog;
  #state: OpenLibrary | LibraryFileError;
  #openedFile: number | undefined;
  #damagedFile: string | null = null;

  /** @param onGivenUp told when an open library turns out to be unusable. */
  constructor(folder: string, clock: LibraryClock, log: OperationLog, onGivenUp: () => void) {
    this.#onGivenUp = onGivenUp;
    this.#log = log;
    this.#folder = folder;
    this.#file = join(folder, LIBRARY_FILE);
    this.#clock = clock;
    this.#snapshots = new SnapshotKeeper(folder, clock, log, () => this.library.connection);
    this.#operations = new OperationCount(join(folder, COUNT_FILE));
    this.#state = this.#open();
  }

  /** @throws LibraryFileError saying why the library is not open. */
  get library(): OpenLibrary {
    if (this.#state instanceof LibraryFileError) throw this.#state;
    return this.#state;
  }

  /** Null while the library is open. */
  get trouble(): LibraryFileError | null {
    return this.#state instanceof LibraryFileError ? this.#state : null;
  }

  /** False where the file itself is sound, and has only to be let go of or made writable. */
  get canReplace(): boolean {
    const code = this.trouble?.code;
    return code !== 'library-in-use' && code !== 'read-only';
  }

  /** Opens the file that is there now, for a person who has put things right. */
  reopen(): void {
    // A folder that is gone as a whole would pass for that of a library never begun.
    if (this.trouble?.code === 'vanished' && !existsSync(this.#file)) throw this.trouble;
    this.close();
    this.#state = this.#open();
    if (this.trouble) throw this.trouble;
  }

  /**
   * Stops using a file that has turned out to be unusable: writing on would spread the damage.
   * What can still be read of it is kept as a snapshot if it is sound.
   */
  giveUp(trouble: LibraryFileError): void {
    if (this.trouble) return;
    this.#log.write({ what: 'given up', code: trouble.code });
    try {
      this.takeSnapshot('rescued');
    } catch (error) {
      this.noteFailure('snapshot rescued', error);
    }
    this.close();
    this.#state = trouble;
    this.#onGivenUp();
  }

  /** Uses a file as it is although its last operations are lost. */
  openAsIs(): void {
    if (this.trouble?.code === 'log-lost') this.#operations.forget();
    this.reopen();
  }

  /** After a request that may have written. */
  noteOperations(): void {
    if (!this.trouble) this.#operations.note(this.library.connection);
  }

  /** Gives the library up if its file has been moved away or replaced under it: writes would be lost. */
  watchFile(): void {
    if (this.trouble) return;
    const found = statSync(this.#file, { throwIfNoEntry: false })?.ino;
    if (found === this.#openedFile) return;
    this.giveUp(new LibraryFileError('vanished'));
  }

  listSnapshots(): Snapshot[] {
    return this.#snapshots.list();
  }

  /**
   * Before a risky step. A library with nothing in it needs none, but to be the way back from a merge.
   *
   * @returns its id for `restoreSnapshot`; null where none was taken.
   */
  takeSnapshot(reason: SnapshotReason): string | null {
    return this.#snapshots.take(reason);
  }

  /**
   * When nobody is working: goes on with a deletion that was stopped, takes a snapshot if anything changed,
   * and gives a damaged file up.
   */
  snapshotChanges(reason: 'idle' | 'closing'): void {
    if (this.trouble) return;
    try {
      finishDeleting(this.library.connection);
      if (this.#snapshots.isBehind) this.takeSnapshot(reason);
    } catch (error) {
      const trouble = explainFileError(error);
      if (trouble?.code === 'damaged') this.giveUp(trouble);
      else this.noteFailure(`snapshot ${reason}`, error);
    }
  }

  backup(path: string): LibraryCounts {
    const { connection } = this.library;
    return writingBackup(() => writeSnapshot(connection, path, NEWEST_VERSION));
  }

  /** Puts a backup in the library's place; what was there is kept aside, and as a snapshot if it is sound. */
  restore(backup: string): LibraryCounts {
    this.#requireReplaceable();
    const replacement = readingBackup(() => prepareRestore(this.#file, backup, NEWEST_VERSION));
    try {
      if (!this.trouble) this.#snapshots.takeIfSound('before-restore');
      this.#closeAlone();
    } catch (error) {
      rmSync(replacement, { force: true });
      throw explainFileError(error) ?? error;
    }
    try {
      this.#operations.forget();
      this.#replaceBy(replacement);
    } finally {
      this.#state = this.#open();
    }
    if (this.trouble) throw this.trouble;
    return countContents(this.library.connection);
  }

  /** What a backup holds. @throws LibraryFileError for one that could not be restored. */
  inspectBackup(path: string): LibraryCounts {
    return readingBackup(() => checkFile(path, NEWEST_VERSION));
  }

  restoreSnapshot(id: string): LibraryCounts {
    const path = this.#snapshots.find(id);
    if (path === undefined) return readingBackup(() => missing());
    return this.restore(path);
  }

  /** A new, empty library; the file that could not be used is kept aside. */
  startAnew(): void {
    this.#requireReplaceable();
    this.#operations.forget();
    this.#replaceBy(makeEmptyLibrary(this.#file));
    this.reopen();
  }

  /** Where the damaged file stands that was replaced last; told once, null without one. */
  takeDamagedFile(): string | null {
    const path = this.#damagedFile;
    this.#damagedFile = null;
    return path;
  }

  /** What stands beside reports in a sound library file, such as was made of a damaged one. */
  takeBeside(file: string, nameOfKept: string): BesideCounts {
    return takeBeside(this.library.connection, file, nameOfKept);
  }

  /** What was read of a damaged file, or was being read when the program was killed. */
  dropReadings(): void {
    dropCopies(join(this.#folder, ASIDE_FOLDER));
  }

  /** Of a step that the person need not hear of. */
  noteFailure(what: string, error: unknown): void {
    this.#log.write({ what, ...describeFailure(error) });
  }

  get secondFolder(): ReturnType<SecondFolder['describe']> {
    return this.#snapshots.second.describe();
  }

  /** Null gives the second folder up; what stands in it stays. */
  setSecondFolder(path: string | null): void {
    this.#snapshots.second.choose(path);
    this.takeSnapshot('idle');
  }

  listTrash(): Trash {
    return listTrash(this.library.connection);
  }

  /** The copies that hold what is to be deleted for good, or may hold it. */
  findCopies(choice: TrashChoice): LibraryCopy[] {
    return findCopies(this.#copyFolders(), choice);
  }

  /**
   * Deletes what is chosen and in the trash, from the library and from the copies named.
   *
   * @throws LibraryFileError; what was deleted by then stays deleted, and asking again goes on.
   */
  deleteForGood(choice: TrashChoice, copies: readonly string[]): DeletedForGood {
    return deleteEverywhere(this.library.connection, this.#copyFolders(), choice, copies);
  }

  #copyFolders(): CopyFolders {
    const second = this.#snapshots.second.path();
    return new Map<CopyPlace, string>([
      ['snapshots', this.#snapshots.folder],
      ['set-aside', join(this.#folder, ASIDE_FOLDER)],
      ...(second === null ? [] : [['second-folder', second] as const]),
    ]);
  }

  verify(): IntegrityReport {
    return verifyLibrary(this.library.connection);
  }

  close(): void {
    if (this.#state instanceof LibraryFileError) return;
    const { connection } = this.#state;
    try {
      if (this.#snapshots.isBehind) sealNewRows(connection);
      connection.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A file that cannot be written to keeps its log; the next start reads both.
    }
    connection.close();
  }

  #open(): OpenLibrary | LibraryFileError {
    const startedAt = performance.now();
    try {
      makeFolder(this.#folder);
      rmSync(`${this.#file}.restoring`, { force: true });
      this.dropReadings();
      for (const folder of [this.#snapshots.folder, join(this.#folder, ASIDE_FOLDER)]) {
        dropUnfinished(folder, ABANDONED_MILLISECONDS);
      }
      const lost = !existsSync(this.#file) && this.#snapshots.list().length > 0;
      if (lost) return new LibraryFileError('vanished');
      const library = openLibrary(this.#folder, this.#clock, {
        beforeUse: (connection) => {
          if (this.#operations.isMissingSome(connection)) throw new LibraryFileError('log-lost');
        },
        beforeMigration: (connection) => this.#snapshots.takeBeforeMigration(connection),
      });
      this.#log.write({ what: 'open', milliseconds: performance.now() - startedAt });
      this.#openedFile = statSync(this.#file).ino;
      this.#state = library;
      this.#snapshots.begin();
      return library;
    } catch (error) {
      const trouble = explainFileError(error);
      if (trouble === undefined) throw error;
      this.#log.write({ what: 'open', code: trouble.code });
      return trouble;
    }
  }

  /** Closes the file with nothing left in a log, or finds that another program has it open. */
  #closeAlone(): void {
    if (this.#state instanceof LibraryFileError) return;
    const { connection } = this.#state;
    const patience = connection.pragma('busy_timeout', { simple: true });
    try {
      connection.pragma(`busy_timeout = ${RESTORE_PATIENCE_MILLISECONDS}`);
      connection.pragma('journal_mode = DELETE');
    } catch (error) {
      connection.pragma(`busy_timeout = ${patience}`);
      throw error;
    }
    connection.close();
  }

  #replaceBy(replacement: string): void {
    const aside = replaceLibrary(this.#file, replacement, this.#clock.now());
    if (this.trouble?.code === 'damaged') this.#damagedFile = aside;
  }

  #requireReplaceable(): void {
    if (this.trouble && !this.canReplace) throw this.trouble;
  }
}

function missing(): never {
  throw new LibraryFileError('vanished');
}
