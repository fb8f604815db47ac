import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../connection.ts';
import { countContents, glanceAtFile } from './checkFile.ts';
import { makeFolder } from './durable.ts';
import {
  chooseKept,
  parseSnapshotName,
  type SnapshotName,
  type SnapshotReason,
  writeSnapshotName,
} from './rotation.ts';
import { copySnapshot, writeSnapshot } from './snapshot.ts';

export interface Snapshot extends SnapshotName {
  /** Its file's name: safe to hand out, and the only thing accepted back. */
  id: string;
  size: number;
}

/** A folder of rotating snapshots. */
export class SnapshotFolder {
  readonly #folder: string;
  readonly #newestVersion: number;

  constructor(folder: string, newestVersion: number) {
    this.#folder = folder;
    this.#newestVersion = newestVersion;
  }

  /** Newest first; files that were cut off or emptied are left out. */
  list(): Snapshot[] {
    return this.#listAll()
      .filter(({ id }) => glanceAtFile(join(this.#folder, id)) === undefined)
      .sort((a, b) => b.sequence - a.sequence);
  }

  /** The path of a snapshot, if there is one of this name. */
  find(id: string): string | undefined {
    return this.#listAll().some((snapshot) => snapshot.id === id)
      ? join(this.#folder, id)
      : undefined;
  }

  /**
   * Takes one and drops those the rotation no longer keeps.
   *
   * @throws LibraryFileError if the library fails its check or there is no room; nothing is dropped then.
   */
  take(connection: Connection, reason: SnapshotReason, takenAt: string): string {
    makeFolder(this.#folder);
    const newest = Math.max(0, ...this.#listAll().map(({ sequence }) => sequence));
    const id = writeSnapshotName({
      sequence: newest + 1,
      takenAt,
      reason,
      ...countContents(connection),
    });
    writeSnapshot(connection, join(this.#folder, id), this.#newestVersion);
    this.#prune();
    return id;
  }

  /** Puts a snapshot of another folder here as well. */
  add(from: string, id: string): void {
    makeFolder(this.#folder);
    copySnapshot(from, join(this.#folder, id), this.#newestVersion);
    this.#prune();
  }

  #prune(): void {
    const all = this.#listAll();
    const kept = chooseKept(all);
    for (const { id, sequence } of all) {
      if (!kept.has(sequence)) rmSync(join(this.#folder, id), { force: true });
    }
  }

  #listAll(): Snapshot[] {
    return listNames(this.#folder).flatMap((id) => {
      const name = parseSnapshotName(id);
      if (name === undefined) return [];
      return [{ id, ...name, size: statSync(join(this.#folder, id)).size }];
    });
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
