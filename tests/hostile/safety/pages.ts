import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FILE } from '../../../src/main/library/openLibrary.ts';
import { RequestFailure } from '../../../src/shared/contract/failure.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';

export interface PageFigures {
  damages: number;
  /** Told as damage when the library was opened, read through or asked. */
  found: number;
  /** A request failed without saying that it is damage. */
  unexplained: number;
  /** Not told, and nothing the person wrote or put in reads differently. */
  harmless: number;
  /** Not told although something reads differently. */
  missed: number;
}

const PAGE = 4096;

type Damage = (file: Buffer, at: number, random: () => number) => void;

const DAMAGES: readonly Damage[] = [
  // One bit.
  (file, at, random) => {
    file[at] = (file[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  },
  // A run of zeros, as of a sector that was never written.
  (file, at) => file.fill(0, at - (at % 512), at - (at % 512) + 512),
  // A run of noise.
  (file, at, random) => {
    for (let n = at; n < Math.min(at + 64, file.length); n += 1) file[n] = random() * 256;
  },
  // A whole page from elsewhere.
  (file, at, random) => {
    const from = Math.floor((random() * file.length) / PAGE) * PAGE;
    file.copy(file, at - (at % PAGE), from, from + PAGE);
  },
];

/** Damages a library in random places and looks whether it is told. */
export async function runPageDamage(damages: number, seed = 3): Promise<PageFigures> {
  const random = seeded(seed);
  const template = await makeTemplate();
  const first = serve(template);
  const whole = await everything(first);
  await first.close();
  const figures: PageFigures = { damages, found: 0, unexplained: 0, harmless: 0, missed: 0 };
  for (let n = 0; n < damages; n += 1) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const path = join(folder, LIBRARY_FILE);
    const file = readFileSync(path);
    const intact = Buffer.from(file);
    while (file.equals(intact)) {
      DAMAGES[n % DAMAGES.length]?.(file, Math.floor(random() * file.length), random);
    }
    writeFileSync(path, file);
    figures[await judge(folder, whole)] += 1;
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}

async function judge(
  folder: string,
  whole: string,
): Promise<Exclude<keyof PageFigures, 'damages'>> {
  const served = serve(folder);
  try {
    if (!(await served.ask('library.verify', {})).sound) return 'found';
    return (await everything(served)) === whole ? 'harmless' : 'missed';
  } catch (error) {
    return error instanceof RequestFailure && error.code !== 'internal' ? 'found' : 'unexplained';
  } finally {
    await served.close();
  }
}
