import { readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type Served, seeded, serve } from './served.ts';

/*
 * A day's work on a library, asked for as fast as it can answer. Prints one JSON line a sample: how much
 * was asked for, the memory in use after the collector has run, and the open handles (Linux).
 */

export interface Sample {
  requests: number;
  residentMegabytes: number;
  heapMegabytes: number;
  handles: number;
}

const WORDS = [
  '社区',
  '改厕',
  '招商引资',
  '一般公共预算收入',
  '乡村振兴',
  '2019',
  '不存在的话',
  '增长',
];
const SAMPLES = 100;
const NOTES_KEPT = 100;
/** The app takes a snapshot when nobody has worked for a while. */
const REQUESTS_A_SNAPSHOT = 2500;

const [folder = '', wanted = '100000'] = process.argv.slice(2);
const total = Number(wanted);
const random = seeded(9);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const served = serve(folder);
let requests = 0;
/** Each comes in a turn of its own, as messages do: what nobody holds any more is let go of between turns. */
const ask: Served['ask'] = async (name, input) => {
  requests += 1;
  await setImmediate();
  return served.ask(name, input);
};
const { reports } = await ask('reports.list', {});
const ids = reports.map(({ id }) => id);
const notes: string[] = [];
let saved: string | null = null;

const { draft } = await ask('drafts.begin', { town: '甲山镇', planYear: 2027, basisId: null });

/** As a day goes: mostly reading, searching and writing; a whole brief or comparison now and then. */
const work: readonly [weight: number, step: () => Promise<unknown>][] = [
  [22, () => ask('search.run', { query: pick(WORDS) })],
  [4, () => ask('search.facets', { query: pick(WORDS) })],
  [1, () => ask('search.frequency', { query: pick(WORDS) })],
  [16, () => ask('reports.get', { id: pick(ids) })],
  [6, () => ask('reports.list', {})],
  [5, () => ask('library.status', {})],
  [10, () => ask('annotations.list', { documentId: pick(ids) })],
  [10, addNote],
  [6, changeNote],
  [8, writeDraft],
  [2, () => ask('drafts.get', { id: draft.id })],
  [1, () => ask('comparison.align', { ids: [ids[0] ?? '', ids[1] ?? ''] })],
  [1, () => ask('comparison.topics', { ids: [ids[0] ?? '', ids[1] ?? ''] })],
  [2, () => ask('indicators.table', { ids: ids.slice(0, 3) })],
  [1, () => ask('review.check', { id: pick(ids) })],
  [2, saveBrief],
  [1, () => ask('briefs.preview', { spec: { title: '草稿', documents: ids.slice(0, 2) } })],
  [1, importAndRemove],
  [1, () => ask('reports.get', { id: 'nobody' }).catch(() => null)],
];
const allWeights = work.reduce((sum, [weight]) => sum + weight, 0);

let snapshots = 0;
let samples = 0;
while (requests < total) {
  let ticket = random() * allWeights;
  const chosen = work.find(([weight]) => {
    ticket -= weight;
    return ticket < 0;
  });
  await chosen?.[1]();
  if (requests >= snapshots * REQUESTS_A_SNAPSHOT) {
    served.library.context.home.snapshotChanges('idle');
    snapshots += 1;
  }
  if (requests >= ((samples + 1) * total) / SAMPLES) {
    tell();
    samples += 1;
  }
}
await served.close();

async function addNote(): Promise<void> {
  const start = Math.floor(random() * 300);
  const { annotation } = await ask('annotations.create', {
    documentId: pick(ids),
    start,
    end: start + 12,
    note: `第${start}条`,
  });
  notes.push(annotation.id);
  const oldest = notes.length > NOTES_KEPT ? notes.shift() : undefined;
  if (oldest !== undefined) await ask('annotations.remove', { id: oldest });
}

async function changeNote(): Promise<void> {
  const id = notes.at(-1);
  if (id !== undefined) await ask('annotations.update', { id, note: `改为${random()}` });
}

/** The whole text, as the editor saves it at every pause. */
async function writeDraft(): Promise<void> {
  const blocks = Array.from({ length: 60 }, (_, n) => ({
    ...{ kind: 'paragraph' as const, level: 0, source: null },
    text: `第${n}段。全年改厕${Math.floor(random() * 900)}户，投资${n}万元。`.repeat(3),
  }));
  await ask('drafts.save', { id: draft.id, title: draft.title, blocks });
}

async function saveBrief(): Promise<void> {
  const spec = { title: `草稿${random()}`, documents: ids.slice(0, 2) };
  const { brief } = await ask('briefs.save', { id: saved, spec });
  saved = brief.id;
}

async function importAndRemove(): Promise<void> {
  const text = `2023年${random()}镇政府工作报告\n各位代表：\n一、工作回顾\n全年改厕${random()}户。`;
  const { previewId } = await ask('imports.preview', { source: { kind: 'pasted', text } });
  const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
  for (const id of outcomes.flatMap(({ documentIds }) => documentIds)) {
    await ask('reports.remove', { id });
  }
}

function tell(): void {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const sample: Sample = {
    requests,
    residentMegabytes: rss / 2 ** 20,
    heapMegabytes: heapUsed / 2 ** 20,
    handles: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
  };
  process.stdout.write(`${JSON.stringify(sample)}\n`);
}
