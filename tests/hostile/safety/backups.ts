import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, startWriter } from './kills.ts';
import { everything, makeFolder, makeTemplate, removeFolder, serve } from './served.ts';

export interface BackupFigures {
  backups: number;
  /** Backups that do not restore to a sound library. */
  unsound: number;
  /** Notes said to be saved before a backup began that are not in it. */
  missing: number;
  /** Notes the other program wrote during the whole trial. */
  writtenMeanwhile: number;
}

/** Backs a library up again and again while another program writes to it, and opens every backup. */
export async function runBackupsUnderLoad(backups: number): Promise<BackupFigures> {
  const template = await makeTemplate();
  const folder = makeFolder();
  cpSync(template, folder, { recursive: true });
  const { child, lines } = startWriter(folder);
  await firstLine(child, lines);
  const served = serve(folder);
  const figures = { backups, unsound: 0, missing: 0, writtenMeanwhile: 0 };
  for (let n = 0; n < backups; n += 1) {
    // Hears what the other program said; it stops when nobody listens.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const said = lines.filter((line) => line.startsWith('note ')).map((line) => line.slice(5));
    const restored = makeFolder();
    served.answerWith(join(restored, 'library.zhenjian'));
    await served.ask('library.backup', {});
    const copy = serve(restored);
    if (!(await copy.ask('library.verify', {})).sound) figures.unsound += 1;
    const all = await everything(copy);
    figures.missing += said.filter((note) => !all.includes(`"${note}`)).length;
    await copy.close();
    removeFolder(restored);
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  await served.close();
  figures.writtenMeanwhile = lines.filter((line) => line.startsWith('note ')).length;
  removeFolder(folder);
  removeFolder(template);
  return figures;
}
