import { basename, join } from 'node:path';
import { writingBackup } from '../store/backup/backupFailures.ts';
import { explainFileError, LibraryFileError } from '../store/backup/libraryTrouble.ts';
import { SnapshotFolder } from '../store/backup/snapshotFolder.ts';
import type { Connection } from '../store/connection.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { NEWEST_VERSION } from './openLibrary.ts';

const SETTING = 'second-folder';

/** A folder of the person's choice – another disk, a stick – that gets a copy of every snapshot. */
export class SecondFolder {
  readonly #connection: () => Connection;
  #problem: string | null = null;

  constructor(connection: () => Connection) {
    this.#connection = connection;
  }

  /** Its last name only, and what went wrong there last time; null where none is chosen. */
  describe(): { name: string; problem: string | null } | null {
    const chosen = this.#chosen();
    return chosen === null ? null : { name: basename(chosen), problem: this.#problem };
  }

  /** Null gives it up; what stands in it stays. */
  choose(path: string | null): void {
    writeSetting({ connection: this.#connection() }, SETTING, path);
  }

  /** Where this library's snapshots go: several libraries may share a stick. */
  path(): string | null {
    const chosen = this.#chosen();
    if (chosen === null) return null;
    const id = this.#connection().prepare('SELECT id FROM library').pluck().get() as string;
    return join(chosen, `镇鉴快照-${id.slice(0, 8)}`);
  }

  /** The stick may not be plugged in: that is told by `describe`, and costs no snapshot. */
  add(snapshot: string, id: string): void {
    const path = this.path();
    this.#problem = null;
    if (path === null) return;
    try {
      writingBackup(() => new SnapshotFolder(path, NEWEST_VERSION).add(snapshot, id));
    } catch (error) {
      this.#problem = (explainFileError(error) ?? new LibraryFileError('disk-failing')).message;
    }
  }

  #chosen(): string | null {
    const chosen = readSetting({ connection: this.#connection() }, SETTING);
    return typeof chosen === 'string' ? chosen : null;
  }
}
