import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startWriter } from './kills.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';

export interface RestoreFigures {
  restores: number;
  /** Restores that were let finish, and how many of them brought the backup back whole. */
  finished: number;
  whole: number;
  /** Of the others, killed midway: after how many the old library stood there, and the restored one. */
  killed: number;
  old: number;
  restored: number;
  neither: number;
}

/** Restores, and kills every other program in the middle of it: the old library must stand there or the new one. */
export async function runRestores(restores: number, seed = 2): Promise<RestoreFigures> {
  const random = seeded(seed);
  const template = await makeTemplate();
  const backup = join(template, 'good.zhenjian-backup');
  const first = serve(template);
  first.answerWith(backup);
  await first.ask('library.backup', {});
  const restored = await everything(first);
  const { reports } = await first.ask('reports.list', {});
  await first.ask('annotations.create', {
    documentId: reports[0]?.id ?? '',
    start: 1,
    end: 5,
    note: '只在原来的资料库里',
  });
  const old = await everything(first);
  await first.close();

  const figures: RestoreFigures = {
    restores,
    finished: 0,
    whole: 0,
    killed: 0,
    old: 0,
    restored: 0,
    neither: 0,
  };
  for (let n = 0; n < restores; n += 1) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const killed = n % 2 === 1;
    if (killed) await restoreUntilKilled(folder, backup, random() * 400);
    else await restoreOnce(folder, backup);
    const found = await contentsOf(folder);
    figures[killed ? 'killed' : 'finished'] += 1;
    if (!killed) figures.whole += Number(found === restored);
    else if (found === old) figures.old += 1;
    else if (found === restored) figures.restored += 1;
    else figures.neither += 1;
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}

async function restoreUntilKilled(
  folder: string,
  backup: string,
  milliseconds: number,
): Promise<void> {
  const { child, begun } = await startWriter({ folder, mode: 'restore', backup });
  await begun;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await once(child, 'close');
}

async function restoreOnce(folder: string, backup: string): Promise<void> {
  const served = serve(folder);
  served.answerWith(backup);
  await served.ask('library.restore', {});
  await served.close();
}

/** Everything in the library; another word where it cannot be read or a half file lies about. */
async function contentsOf(folder: string): Promise<string> {
  const served = serve(folder);
  try {
    const all = await everything(served);
    const halves = readdirSync(folder).filter((name) => /restoring|part/u.test(name));
    return halves.length > 0 ? 'half files' : all;
  } catch {
    return 'not readable';
  } finally {
    await served.close();
  }
}
