import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropUnfinished } from '../store/backup/durable.ts';
import { explainFileError } from '../store/backup/libraryTrouble.ts';
import { parseSnapshotName, type SnapshotReason } from '../store/backup/rotation.ts';
import { type Trace, traceIn } from '../store/backup/traces.ts';
import type { Connection } from '../store/connection.ts';
import { keepToTrash, type TrashChoice } from '../store/trash.ts';
import { type DeletedForGood, deleteForGood, deleteFromCopy } from './deleteForGood.ts';

export type CopyPlace = 'snapshots' | 'set-aside' | 'second-folder';

/** A file that holds the library as it was once. */
export interface LibraryCopy {
  /** Safe to hand out, and the only thing accepted back. */
  id: string;
  place: CopyPlace;
  /** Null for a file that a restore set aside. */
  takenAt: string | null;
  reason: SnapshotReason | null;
  /** False for a damaged file, of which nobody can tell what is in it. */
  readable: boolean;
}

/** The folders that copies stand in, by what they are. */
export type CopyFolders = ReadonlyMap<CopyPlace, string>;

/** Every copy that holds any of these reports and notes, or may hold them; newest first in each folder. */
export function findCopies(folders: CopyFolders, choice: TrashChoice): LibraryCopy[] {
  return listCopies(folders).flatMap(({ path, ...copy }) => {
    const trace: Trace = traceIn(path, choice);
    return trace === 'none' ? [] : [{ ...copy, readable: trace === 'held' }];
  });
}

/**
 * Deletes what is chosen and in the trash, from the library that is open and from the copies named, and
 * sweeps copies that were never finished.
 */
export function deleteEverywhere(
  connection: Connection,
  folders: CopyFolders,
  choice: TrashChoice,
  copies: readonly string[],
): DeletedForGood {
  const chosen = keepToTrash(connection, choice);
  for (const folder of folders.values()) dropUnfinished(folder);
  // Copies first: should one of them fail, the library still names what is to be deleted.
  const cleaned = cleanCopies(folders, copies, chosen);
  deleteForGood(connection, chosen);
  return { reports: chosen.reports.length, notes: chosen.notes.length, ...cleaned };
}

/**
 * Deletes the chosen reports and notes from the copies named. A copy that cannot be read is deleted as a
 * whole: that is what the person was told.
 *
 * @returns how many were written anew, and how many were deleted.
 */
function cleanCopies(
  folders: CopyFolders,
  ids: readonly string[],
  choice: TrashChoice,
): { rewritten: number; deleted: number } {
  const counts = { rewritten: 0, deleted: 0 };
  for (const { id, path } of listCopies(folders)) {
    if (!ids.includes(id)) continue;
    try {
      deleteFromCopy(path, choice);
      counts.rewritten += 1;
    } catch (error) {
      const unreadable = ['damaged', 'emptied', 'foreign-file', 'newer-library'];
      if (!unreadable.includes(explainFileError(error)?.code ?? '')) throw error;
      for (const log of ['', '-wal', '-shm']) rmSync(path + log, { force: true });
      counts.deleted += 1;
    }
  }
  return counts;
}

function listCopies(folders: CopyFolders): (Omit<LibraryCopy, 'readable'> & { path: string })[] {
  return [...folders].flatMap(([place, folder]) =>
    listNames(folder).map((name) => {
      const { takenAt = null, reason = null } = parseSnapshotName(name) ?? {};
      return { id: `${place}/${name}`, place, path: join(folder, name), takenAt, reason };
    }),
  );
}

/** None where a folder is not there: a stick that is not plugged in. */
function listNames(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.zhenjian'));
    return names.sort().reverse();
  } catch {
    return [];
  }
}
