import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, startWriter } from './kills.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';

export interface RestoreFigures {
  kills: number;
  /** After how many the old library stood there, and after how many the restored one. */
  old: number;
  restored: number;
  neither: number;
}

/** Kills a program in the middle of restoring; the old library must stand there or the new one. */
export async function runKilledRestores(kills: number, seed = 2): Promise<RestoreFigures> {
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

  const figures: RestoreFigures = { kills, old: 0, restored: 0, neither: 0 };
  for (let n = 0; n < kills; n += 1) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const { child, lines } = startWriter(folder, backup);
    await firstLine(child, lines);
    await new Promise((resolve) => setTimeout(resolve, random() * 400));
    child.kill('SIGKILL');
    await once(child, 'close');
    const served = serve(folder);
    const found = await everything(served).catch(() => 'neither');
    const halves = readdirSync(folder).filter((name) => /restoring|part/u.test(name));
    if (halves.length > 0) figures.neither += 1;
    else if (found === old) figures.old += 1;
    else if (found === restored) figures.restored += 1;
    else figures.neither += 1;
    await served.close();
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}
