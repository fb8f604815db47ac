import { cpSync } from 'node:fs';
import { makePackages } from './exchanging.ts';
import { mergedWords, unsaid, writeUntilKilled } from './kills.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';

export interface MergeFigures {
  kills: number;
  /** Merges that were told as done, and packages found in the libraries after the kills. */
  acknowledged: number;
  found: number;
  lost: number;
  /** Packages of which a part is there. */
  halves: number;
  unsound: number;
}

export const PACKAGES = 4;

/** Kills a program that merges one package after another, and looks for halves and for what it was told. */
export async function runKilledMerges(kills: number, seed = 21): Promise<MergeFigures> {
  const random = seeded(seed);
  const template = await makeTemplate({ notes: 12, sample: false });
  await makePackages(template, PACKAGES);
  const figures: MergeFigures = {
    kills,
    ...{ acknowledged: 0, found: 0, lost: 0, halves: 0, unsound: 0 },
  };
  for (let n = 0; n < kills; n += 1) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const least = Math.floor(random() * PACKAGES);
    const said = await writeUntilKilled(folder, 'merge', least, random() * 200);
    const served = serve(folder);
    const all = await everything(served);
    figures.acknowledged += said.length;
    figures.lost += unsaid(said, all).length;
    for (let each = 0; each < PACKAGES; each += 1) {
      const words = mergedWords(String(each)).filter((one) => all.includes(one)).length;
      if (words === mergedWords('').length) figures.found += 1;
      else if (words > 0) figures.halves += 1;
    }
    if (!(await served.ask('library.verify', {})).sound) figures.unsound += 1;
    await served.close();
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}
