import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FILE, NEWEST_VERSION } from '../../../src/main/library/openLibrary.ts';
import { openConnection } from '../../../src/main/store/connection.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { migrations } from '../../../src/main/store/migrations/list.ts';
import { makeFolder, removeFolder, seeded, serve } from './served.ts';

export interface MigrationFigures {
  kills: number;
  /** Killed before, between and after the steps, as the file's version told. */
  before: number;
  between: number;
  after: number;
  /** Rows missing, a version without its tables, or a library that no longer opens. */
  halfStates: number;
}

/** The first version that holds words of the person. */
const OLD_VERSION = 30;

/** Kills a program while it brings an old library to the newest schema. */
export async function runKilledMigrations(kills: number, seed = 5): Promise<MigrationFigures> {
  const random = seeded(seed);
  const figures = { kills, before: 0, between: 0, after: 0, halfStates: 0 };
  for (let n = 0; n < kills; n += 1) {
    const folder = makeFolder();
    makeOldLibrary(folder);
    const child = spawn(process.execPath, [join(import.meta.dirname, 'migrating.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    setTimeout(() => child.kill('SIGKILL'), random() * 40);
    await once(child, 'close');
    const version = readVersion(folder);
    if (version === OLD_VERSION) figures.before += 1;
    else if (version === NEWEST_VERSION) figures.after += 1;
    else figures.between += 1;
    if (!(await isWhole(folder))) figures.halfStates += 1;
    removeFolder(folder);
  }
  return figures;
}

function makeOldLibrary(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const connection = openConnection(join(folder, LIBRARY_FILE));
  migrate(
    connection,
    migrations.filter(({ version }) => version <= OLD_VERSION),
  );
  connection.exec(`
    INSERT INTO library VALUES (1, 'L', '2026-01-01');
    INSERT INTO settings VALUES ('settings', '{"author":"办公室"}')`);
  connection.close();
}

function readVersion(folder: string): number {
  const connection = openConnection(join(folder, LIBRARY_FILE));
  const version = Number(connection.pragma('user_version', { simple: true }));
  connection.close();
  return version;
}

async function isWhole(folder: string): Promise<boolean> {
  const served = serve(folder);
  try {
    const { author } = await served.ask('settings.get', {});
    return author === '办公室' && (await served.ask('library.verify', {})).sound;
  } catch {
    return false;
  } finally {
    await served.close();
  }
}
