import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startWriter, unsaid } from './kills.ts';
import { everything, makeFolder, makeTemplate, removeFolder, serve } from './served.ts';

export interface BackupFigures {
  backups: number;
  /** Backups that do not restore to a sound library. */
  unsound: number;
  /** Said to be saved before a backup began, and not in it. */
  missing: number;
  /** What the other program saved during the whole trial. */
  writtenMeanwhile: number;
}

/** A library grows under its writer; after so many backups the trial begins with a fresh one. */
const BACKUPS_A_LIBRARY = 20;

/** Backs a library up again and again while another program writes to it, and opens every backup. */
export async function runBackupsUnderLoad(backups: number): Promise<BackupFigures> {
  const template = await makeTemplate();
  const figures = { backups, unsound: 0, missing: 0, writtenMeanwhile: 0 };
  for (let done = 0; done < backups; done += BACKUPS_A_LIBRARY) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    await backUpUnderLoad(folder, Math.min(BACKUPS_A_LIBRARY, backups - done), figures);
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}

async function backUpUnderLoad(
  folder: string,
  backups: number,
  figures: BackupFigures,
): Promise<void> {
  const { child, lines, begun } = await startWriter({ folder, mode: 'write' });
  await begun;
  const served = serve(folder);
  for (let n = 0; n < backups; n += 1) {
    // Hears what the other program said; it stops when nobody listens.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const said = lines.slice(1);
    const restored = makeFolder();
    served.answerWith(join(restored, 'library.zhenjian'));
    await served.ask('library.backup', {});
    const copy = serve(restored);
    if (!(await copy.ask('library.verify', {})).sound) figures.unsound += 1;
    figures.missing += unsaid(said, await everything(copy)).length;
    await copy.close();
    removeFolder(restored);
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  await served.close();
  figures.writtenMeanwhile += lines.length - 1;
}
