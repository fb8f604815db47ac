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
  // One character another, as well formed as before.
  (file, at) => {
    const lead = Array.from({ length: 3 }, (_, back) => at - back).find((place) =>
      isLead(file, place),
    );
    if (lead !== undefined)
      file.write(file.toString('utf8', lead, lead + 3) === '改' ? '政' : '改', lead);
  },
  // The bytes of a sector moved on by one.
  (file, at) => {
    const start = at - (at % 512);
    file.copyWithin(start + 1, start, start + 511);
  },
  // A page of zeros.
  (file, at) => file.fill(0, at - (at % PAGE), at - (at % PAGE) + PAGE),
  // Half a page as it is elsewhere, as a write leaves it that was torn.
  (file, at, random) => {
    const from = Math.floor((random() * file.length) / PAGE) * PAGE;
    const half = at - (at % (PAGE / 2));
    file.copy(file, half, from + (half % PAGE), from + (half % PAGE) + PAGE / 2);
  },
  // A whole page from elsewhere.
  (file, at, random) => {
    const from = Math.floor((random() * file.length) / PAGE) * PAGE;
    file.copy(file, at - (at % PAGE), from, from + PAGE);
  },
];

function isLead(file: Buffer, place: number): boolean {
  return ((file[place] ?? 0) & 0xf0) === 0xe0;
}

/**
 * Damages the very bytes of what the person put in and wrote – texts, titles, notes, briefs – and looks
 * whether it is told. A blow that met a copy of the words, in what was derived from them, is struck again.
 */
export async function runWordDamage(damages: number, seed = 10): Promise<PageFigures> {
  const template = await makeTemplate();
  const first = serve(template);
  const { reports } = await first.ask('reports.list', {});
  const documents = reports.slice(0, 3).map(({ id }) => id);
  for (let n = 0; n < 20; n += 1) {
    const spec = { title: `参阅材料第${n}号`, editorNote: `按语${n}。`.repeat(40), documents };
    await first.ask('briefs.save', { id: null, spec });
  }
  const texts = await Promise.all(
    reports.map(async ({ id }) => (await first.ask('reports.get', { id })).text),
  );
  const { annotations } = await first.ask('annotations.list', {});
  const words = [
    texts,
    reports.map(({ title }) => title),
    annotations.map(({ note }) => note),
    Array.from({ length: 20 }, (_, n) => `参阅材料第${n}号`),
  ];
  await first.close();
  return damage(template, damages, 'hurting', seeded(seed), (file, n, random) => {
    for (;;) {
      const group = words[Math.floor(n / DAMAGES.length) % words.length] ?? [];
      const word = group[Math.floor(random() * group.length)] ?? '';
      const at = Math.floor(random() * Math.max(1, word.length - 6));
      const place = file.indexOf(word.slice(at, at + 6));
      if (place >= 0) return place;
    }
  });
}

/** Damages a library in random places and looks whether it is told. */
export async function runPageDamage(damages: number, seed = 3): Promise<PageFigures> {
  const template = await makeTemplate();
  return damage(template, damages, 'any', seeded(seed), (file, _n, random) =>
    Math.floor(random() * file.length),
  );
}

type ChoosePlace = (file: Buffer, n: number, random: () => number) => number;

async function damage(
  template: string,
  damages: number,
  counting: 'any' | 'hurting',
  random: () => number,
  choosePlace: ChoosePlace,
): Promise<PageFigures> {
  const first = serve(template);
  const whole = await everything(first);
  await first.close();
  const figures: PageFigures = { damages, found: 0, unexplained: 0, harmless: 0, missed: 0 };
  const counted = () =>
    figures.found +
    figures.missed +
    figures.unexplained +
    (counting === 'any' ? figures.harmless : 0);
  for (let n = 0; counted() < damages; n += 1) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const path = join(folder, LIBRARY_FILE);
    const file = readFileSync(path);
    const intact = Buffer.from(file);
    while (file.equals(intact)) {
      DAMAGES[n % DAMAGES.length]?.(file, choosePlace(file, n, random), random);
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
