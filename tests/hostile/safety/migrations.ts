import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMigrations, LIBRARY_FILE } from '../../../src/main/library/openLibrary.ts';
import { openConnection } from '../../../src/main/store/connection.ts';
import { makeDonor, makeOldLibrary } from './oldLibrary.ts';
import { programPath } from './programs.ts';
import { readRecording } from './recording.ts';
import { everything, makeFolder, removeFolder, seeded, serve } from './served.ts';
import { compileShim, watched } from './shim.ts';

export interface MigrationFigures {
  /** Steps from one version of the library's file to the next; the first version is made beside and renamed. */
  steps: number;
  kills: number;
  /** Killed with the file at the step's old version, and at its new one. */
  before: number;
  after: number;
  /** Another version, words missing, or a library that no longer opens sound. */
  halfStates: number;
}

/** Of so many libraries left behind, one is opened by the app; the first of each step always is. */
const KILLS_AN_OPENING = 25;

/**
 * Kills a program so many times in the middle of each step, at each of its writes and syncs in turn with
 * that write done by half, and then reads every row of every table: it must be, to the last byte, the
 * library from before the step or the one a step left in peace makes. Null where there is no C compiler.
 */
export async function runKilledMigrations(
  killsEach: number,
  seed = 5,
): Promise<MigrationFigures | null> {
  const shim = compileShim();
  if (shim === null) return null;
  const random = seeded(seed);
  const donor = await makeDonor();
  const figures = { steps: 0, kills: 0, before: 0, after: 0, halfStates: 0 };
  const versions = allMigrations.map(({ version }) => version);
  for (const [index, from] of versions.entries()) {
    const to = versions[index + 1];
    if (to === undefined) break;
    const old = makeFolder();
    makeOldLibrary(old, donor, from);
    const opened = await contentsAfter(old);
    const was = rowsOf(old);
    const [becomes, changes] = await migrateInPeace(shim, old, to);
    figures.steps += 1;
    for (let n = 0; n < killsEach; n += 1) {
      const folder = makeFolder();
      cpSync(old, folder, { recursive: true });
      const dieAt = 1 + Math.floor(((n + random()) / killsEach) * changes);
      await migrateUntilKilled(folder, to, watched(shim, folder, { ZJ_DIE_AT: String(dieAt) }));
      figures.kills += 1;
      // The app's opening comes first: reading the rows completes the file from its log.
      const whole = n % KILLS_AN_OPENING > 0 || (await opensAs(folder, opened));
      const found = rowsOf(folder);
      if (found === was) figures.before += 1;
      else if (found === becomes) figures.after += 1;
      if (!whole || (found !== was && found !== becomes)) figures.halfStates += 1;
      removeFolder(folder);
    }
    removeFolder(old);
  }
  removeFolder(donor);
  return figures;
}

/** All rows after the step, and how many changes of the disk it takes. */
async function migrateInPeace(
  shim: string,
  old: string,
  to: number,
): Promise<[becomes: string, changes: number]> {
  const folder = makeFolder();
  cpSync(old, folder, { recursive: true });
  const place = mkdtempSync(join(tmpdir(), 'zhenjian-record-'));
  const path = join(place, 'record');
  await migrateUntilKilled(folder, to, watched(shim, folder, { ZJ_RECORD: path }));
  const { length } = readRecording(path);
  const becomes = rowsOf(folder);
  removeFolder(place);
  removeFolder(folder);
  return [becomes, length];
}

async function migrateUntilKilled(
  folder: string,
  to: number,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const program = await programPath('migrating');
  const child = spawn(process.execPath, [program, folder, String(to)], { stdio: 'inherit', env });
  const [code] = await once(child, 'close');
  if (code !== null) throw new Error(`the migrating program ended by itself: ${code}`);
}

/** A hash of the version, the schema, every row and whatever is wrong with the file. */
function rowsOf(folder: string): string {
  const connection = openConnection(join(folder, LIBRARY_FILE));
  try {
    const hash = createHash('sha256');
    const add = (value: unknown) => hash.update(JSON.stringify(value));
    for (const question of ['integrity_check', 'foreign_key_check', 'user_version']) {
      add(connection.pragma(question));
    }
    const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    add(connection.prepare('SELECT type, name, sql FROM sqlite_schema').all());
    for (const { name } of tables.all() as { name: string }[]) {
      for (const row of connection.prepare(`SELECT * FROM ${name}`).raw().iterate()) {
        add((row as unknown[]).map((v) => (Buffer.isBuffer(v) ? v.toString('base64') : v)));
      }
    }
    return hash.digest('hex');
  } catch (error) {
    return String(error);
  } finally {
    connection.close();
  }
}

async function opensAs(folder: string, opened: string): Promise<boolean> {
  return (await contentsAfter(folder).catch(() => 'not readable')) === opened;
}

/** Everything in the library once the app has opened it and brought it to the newest version. */
async function contentsAfter(folder: string): Promise<string> {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  const served = serve(copy);
  try {
    const { author } = await served.ask('settings.get', {});
    const { reportCount, indexedReports } = await served.ask('library.verify', {});
    // A library from before there was an index has none yet.
    if (indexedReports < reportCount) await served.ask('search.rebuild', {});
    const { sound } = await served.ask('library.verify', {});
    if (!sound) throw new Error('the library is not sound');
    return JSON.stringify([author, await everything(served)]);
  } finally {
    await served.close();
    removeFolder(copy);
  }
}
