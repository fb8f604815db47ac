import { copyFileSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { markContent } from '../../ingest/duplicates.ts';
import { statedSize } from '../../store/backup/checkFile.ts';
import { type Connection, openConnection } from '../../store/connection.ts';
import { gatherPart } from '../../store/exchange/gather.ts';
import type { MarkedReport } from '../../store/exchange/part.ts';
import { migrate } from '../../store/migrate.ts';
import { keepSoundRows } from '../../store/readBack/keepSound.ts';
import { copyReadableRows } from '../../store/readBack/readableRows.ts';
import { allMigrations, NEWEST_VERSION } from '../openLibrary.ts';

const READING = '.reading';

/** A header that is damaged may ask for more than any disk has. */
const LONGEST_FILE = 2 ** 31;

/** What can still be read of a library whose file is damaged, and is to the letter what was stored. */
export interface ReadBack {
  /** With their notes, decisions and corrections, as packages hold them. */
  reports: MarkedReport[];
  /** A sound library at today's version with all of it, for what stands beside reports. */
  file: string;
  /** False where a part of the file could not be read. */
  whole: boolean;
}

/**
 * Reads a damaged library row by row into a sound one beside it and passes over what cannot be read. The
 * file itself stays as it was found.
 *
 * @returns null where nothing can be read, not even what tables there are. `dropCopies` removes the file.
 */
export function readDamaged(path: string): ReadBack | null {
  const copy = `${path}${READING}`;
  const file = `${path}${READING}-sound`;
  // SQLite would put a log beside the file itself.
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  else fillUp(copy);
  const damaged = attempt(() => openConnection(copy, { readonly: true }));
  if (damaged === undefined) return null;
  try {
    const version = attempt(() => Number(damaged.pragma('user_version', { simple: true }))) ?? 0;
    if (version === 0 || version > NEWEST_VERSION) return null;
    const whole = makeSound(file, (sound) => {
      const ofItsTime = allMigrations.filter((migration) => migration.version <= version);
      migrate(sound, ofItsTime);
      const all = sound.transaction(() => copyReadableRows(damaged, sound))();
      migrate(sound, allMigrations);
      return sound.transaction(() => keepSoundRows(sound))() && all;
    });
    return { reports: gatherReports(file), file, whole };
  } finally {
    damaged.close();
  }
}

/** Removes what a reading left. */
export function dropCopies(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.includes(READING)) rmSync(join(folder, name), { force: true });
  }
}

/** SQLite reads nothing of a file that was cut off; of one that is long enough, all but the missing pages. */
function fillUp(path: string): void {
  const wanted = statedSize(path);
  if (wanted > statSync(path).size && wanted <= LONGEST_FILE) truncateSync(path, wanted);
}

function makeSound<T>(file: string, fill: (sound: Connection) => T): T {
  const sound = openConnection(file);
  try {
    sound.pragma('foreign_keys = 0');
    const filled = fill(sound);
    sound.pragma('journal_mode = DELETE');
    return filled;
  } finally {
    sound.close();
  }
}

function gatherReports(file: string): MarkedReport[] {
  const connection = openConnection(file, { readonly: true });
  try {
    const ids = connection
      .prepare('SELECT id FROM reports WHERE removed_at IS NULL')
      .pluck()
      .all() as string[];
    const gather = (some: readonly string[]) =>
      attempt(() => gatherPart({ connection }, some).part.reports);
    // Together they keep the notes that speak of several; where something is in the way, one by one.
    const reports = gather(ids) ?? ids.flatMap((id) => gather([id]) ?? []);
    return reports.map((report) => ({
      ...report,
      fingerprint: markContent(report.text).fingerprint,
    }));
  } finally {
    connection.close();
  }
}

/** Undefined where it cannot be read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
