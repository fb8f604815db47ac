import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes a folder with those above it, unless it is there.
 *
 * @throws EROFS where the disk may only be read: of that Node says that something is not there.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    let above = dirname(path);
    while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
    if (existsSync(above)) accessSync(above, constants.W_OK);
    throw error;
  }
}

/** Brings a file's bytes to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Brings the names in a folder to the disk. Windows does it by itself and offers no call for it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Gives a finished file its name in one step; whoever looks sees the old file or the new one. */
export function moveIntoPlace(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

const UNFINISHED = '.part';

/** Runs `write` on a name beside the target, which takes the name if all went well and is gone if not. */
export function writeBeside<T>(target: string, write: (beside: string) => T): T {
  const beside = target + UNFINISHED;
  rmSync(beside, { force: true });
  try {
    const result = write(beside);
    moveIntoPlace(beside, target);
    return result;
  } catch (error) {
    for (const log of ['', '-journal', '-wal', '-shm']) rmSync(beside + log, { force: true });
    throw error;
  }
}

/**
 * Removes what `writeBeside` left in a folder when it was killed: nothing ever reads it again, and it may hold
 * what is deleted for good everywhere else.
 *
 * @param milliseconds only what was not written to for so long: another program may be at it.
 */
export function dropUnfinished(folder: string, milliseconds = 0): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => /\.part(?:-journal|-wal|-shm)?$/u.test(name));
  for (const path of names.map((name) => join(folder, name))) {
    const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - writtenAt >= milliseconds) rmSync(path, { force: true });
  }
}

/** A second name for a file, so that the first may be given to another; a copy where disks know no links. */
export function keepUnderSecondName(path: string, second: string): void {
  if (!existsSync(path)) return;
  try {
    linkSync(path, second);
  } catch {
    copyFileSync(path, second, constants.COPYFILE_EXCL);
    syncFile(second);
  }
  syncFolder(dirname(second));
}
