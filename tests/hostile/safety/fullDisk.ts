import { cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestFailure } from '../../../src/shared/contract/failure.ts';
import { makePackages, packagePath } from './exchanging.ts';
import { makeDonor, makeOldLibrary } from './oldLibrary.ts';
import {
  everything,
  makeFolder,
  makeTemplate,
  removeFolder,
  type Served,
  seeded,
  serve,
} from './served.ts';

/*
 * Fills the small disk named by the argument to within a random distance of its end, again and again,
 * and does everything that writes. Prints what became of it as JSON. `torture.ts` makes the disk.
 */

export interface DiskFigures {
  points: number;
  /** Steps that were refused with a sentence of their own, and those that went through. */
  refused: number;
  done: number;
  /** Refused with anything else. */
  unexplained: number;
  lost: number;
  halfFiles: number;
}

/** From before the figures and the seals, with texts, notes, briefs and the index in it. */
const OLD_VERSION = 50;

type Step = (served: Served, disk: string, n: number) => Promise<unknown>;

const STEPS: readonly Step[] = [
  async ({ ask }, _disk, n) => {
    const { reports } = await ask('reports.list', {});
    const note = `满盘${n}。`.repeat(200);
    return ask('annotations.create', { documentId: reports[0]?.id ?? '', start: 1, end: 9, note });
  },
  async ({ ask }, _disk, n) => {
    const { reports } = await ask('reports.list', {});
    const spec = { title: `满盘草稿${n}`, documents: reports.slice(0, 2).map(({ id }) => id) };
    return ask('briefs.save', { id: null, spec });
  },
  async ({ ask }, _disk, n) => {
    const body = Array.from({ length: 400 }, (_, at) => `第${n}-${at}项工作按期完成。`).join('\n');
    const text = `2023年第${n}镇政府工作报告\n各位代表：\n一、工作回顾\n${body}`;
    const { previewId } = await ask('imports.preview', { source: { kind: 'pasted', text } });
    return ask('imports.commit', { previewId, include: [0] });
  },
  ({ ask, answerWith }, disk) => {
    answerWith(join(disk, 'out.zhenjian-backup'));
    return ask('library.backup', {});
  },
  ({ ask }) => ask('library.removeSample', {}),
  async ({ ask }, _disk, n) => {
    const { drafts } = await ask('drafts.list', {});
    const { id = '', title = '' } = drafts[0] ?? {};
    const text = `满盘第${n}稿。`.repeat(4000);
    const blocks = [{ kind: 'paragraph' as const, level: 0, text, source: null }];
    return ask('drafts.save', { id, title, blocks });
  },
  async ({ ask }, _disk, n) => {
    const { drafts } = await ask('drafts.list', {});
    return ask('drafts.keepVersion', { id: drafts[0]?.id ?? '', name: `满盘第${n}版` });
  },
  async ({ ask, answerWith }, disk) => {
    answerWith(join(disk, 'out.zhenjian-package'));
    const { reports } = await ask('reports.list', {});
    return ask('exchange.export', { ids: reports.map(({ id }) => id), title: '' });
  },
  async ({ ask, answerWith }, disk) => {
    answerWith(packagePath(disk, 0));
    const { preview } = await ask('exchange.choose', {});
    return ask('exchange.merge', { packageId: preview?.packageId ?? '' });
  },
  async ({ ask, answerWith }, disk) => {
    answerWith(join(disk, 'out.docx'));
    const { reports } = await ask('reports.list', {});
    const spec = { title: '参阅材料', documents: reports.slice(0, 3).map(({ id }) => id) };
    return ask('briefs.exportDocx', { spec });
  },
  async ({ ask, answerWith }, disk) => {
    answerWith(join(disk, 'out.txt'));
    const { annotations } = await ask('annotations.list', {});
    return ask('annotations.export', { ids: annotations.map(({ id }) => id), format: 'txt' });
  },
  async ({ ask }) => {
    const { reports } = await ask('trash.list', {});
    const choice = { reports: reports.map(({ id }) => id), notes: [] };
    const { copies } = await ask('trash.copies', choice);
    return ask('trash.deleteForGood', { ...choice, copies: copies.map(({ id }) => id) });
  },
  ({ ask, answerWith }, disk) => {
    answerWith(join(disk, 'good.zhenjian-backup'));
    return ask('library.restore', {});
  },
];

export async function runFullDisk(disk: string, points: number, seed = 4): Promise<DiskFigures> {
  const random = seeded(seed);
  const template = await makeTemplate();
  await makePackages(template, 1);
  const first = serve(template);
  await beginDraft(first);
  await removeOne(first);
  first.answerWith(join(template, 'good.zhenjian-backup'));
  await first.ask('library.backup', {});
  await first.close();
  const donor = await makeDonor();
  const old = makeFolder();
  makeOldLibrary(old, donor, OLD_VERSION);
  const figures = { points, refused: 0, done: 0, unexplained: 0, lost: 0, halfFiles: 0 };
  for (let n = 0; n < points; n += 1) {
    const step = STEPS[n % (STEPS.length + 1)];
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
    cpSync(step ? template : old, disk, { recursive: true });
    if (step) await tryStep(disk, step, n, random(), figures);
    else await tryMigration(disk, random(), figures);
  }
  for (const folder of [template, donor, old]) removeFolder(folder);
  return figures;
}

/** A report in the trash, to be deleted for good. */
async function removeOne({ ask }: Served): Promise<void> {
  const { reports } = await ask('reports.list', {});
  await ask('reports.remove', { id: reports[9]?.id ?? '' });
}

async function beginDraft({ ask }: Served): Promise<void> {
  const { draft } = await ask('drafts.begin', { town: '甲山镇', planYear: 2027, basisId: null });
  const blocks = [{ kind: 'paragraph' as const, level: 0, text: '初稿', source: null }];
  await ask('drafts.save', { id: draft.id, title: draft.title, blocks });
}

async function tryStep(
  disk: string,
  step: Step,
  n: number,
  share: number,
  figures: DiskFigures,
): Promise<void> {
  const served = serve(disk);
  const before = await everything(served);
  const filler = fill(disk, share);
  try {
    await step(served, disk, n);
    figures.done += 1;
  } catch (error) {
    if (error instanceof RequestFailure && error.code === 'disk-full') figures.refused += 1;
    else figures.unexplained += 1;
    rmSync(filler);
    if ((await everything(served)) !== before) figures.lost += 1;
    figures.halfFiles += countHalfFiles(disk);
  }
  await served.close();
  const again = serve(disk);
  if (!(await again.ask('library.verify', {})).sound) figures.lost += 1;
  await again.close();
}

/** Opening brings an old library forward; where there is no room for that, it stays what it was. */
async function tryMigration(disk: string, share: number, figures: DiskFigures): Promise<void> {
  const filler = fill(disk, share);
  const served = serve(disk);
  const { trouble } = await served.ask('library.trouble', {});
  if (trouble === null) figures.done += 1;
  else if (trouble.code === 'disk-full') figures.refused += 1;
  else figures.unexplained += 1;
  rmSync(filler);
  if (trouble !== null) await served.ask('library.reopen', {});
  const { reports } = await served.ask('reports.list', {});
  const { annotations } = await served.ask('annotations.list', {});
  if (reports.length !== 2 || annotations.length !== 6) figures.lost += 1;
  if (!(await served.ask('library.verify', {})).sound) figures.lost += 1;
  figures.halfFiles += countHalfFiles(disk);
  await served.close();
}

/** Leaves mostly less than a megabyte, where a step begins and cannot end. */
function fill(disk: string, share: number): string {
  const filler = join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  const left = Math.floor(share * share * 1_500_000);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return filler;
}

function countHalfFiles(disk: string): number {
  const names = readdirSync(disk, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(part|restoring)/u.test(name)).length;
}

if (import.meta.main) {
  const [disk = '', points = '50'] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(await runFullDisk(disk, Number(points)))}\n`);
}
