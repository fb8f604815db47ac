import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import '../../../../tests/propertySeed.ts';
import { reportOf } from '../../../../tests/hostile/safety/exchanging.ts';
import { describePassage } from '../../../shared/text/anchor/describePassage.ts';
import type { MergeSummary } from '../../store/exchange/part.ts';
import type { NewReport } from '../../store/libraryStore.ts';
import { loadKnowledge } from '../knowledge.ts';
import { type OpenLibrary, openLibrary } from '../openLibrary.ts';
import { understandDocument } from '../understand.ts';
import { openBytes, writePackage } from './packageFile.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const base = mkdtempSync(join(tmpdir(), 'zhenjian-converge-'));
const knowledge = await loadKnowledge(join(root, 'resources'));
const TOWNS = ['甲山', '乙水', '丙田'];
const DOCUMENTS = TOWNS.map((town): NewReport => {
  const raw = { titleLine: null, text: reportOf(town), retrievedOn: null };
  return understandDocument(raw, `${town}.txt`, knowledge);
});
let libraries = 0;
let words = 0;

afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Office extends OpenLibrary {
  name: string;
}

function openOffice(name: string): Office {
  libraries += 1;
  const clock = { now: () => new Date(Date.UTC(2026, 0, 1) + words * 1000).toISOString() };
  const library = openLibrary(join(base, String(libraries)), clock);
  // Power cuts are tried elsewhere: here a thousand writes need not wait for the disk.
  library.connection.pragma('synchronous = OFF');
  return { ...library, name };
}

/** A note with its author, all it ever said among it. */
async function notesOf({ store }: Office): Promise<string[]> {
  const notes = await store.listAnnotations();
  return notes.map(({ note, author, tags }) => `${author}：${note} ${tags}`).sort();
}

async function pass(from: Office, to: Office): Promise<MergeSummary | undefined> {
  const ids = (await from.store.listReports()).map(({ id }) => id);
  const { part } = await from.store.exchange.gather(ids);
  const about = { title: '', author: from.name, createdAt: '2026-01-01' };
  const { reports } = await openBytes(Buffer.from((await writePackage(part, about)).bytes));
  const understood = new Map(
    reports.map((report) => [report.id, understandDocument(report, report.sourceName, knowledge)]),
  );
  const record = () => ({ name: 'merges', value: [] });
  const before = await to.store.listAnnotations();
  const summary = await to.store.exchange.merge(reports, understood, to.name, record);
  const after = await to.store.listAnnotations();
  const missing = before.filter((note) => !after.some(({ id }) => id === note.id));
  const changed = after.filter(({ id, revision }) =>
    before.some((note) => note.id === id && note.revision !== revision),
  );
  expect(missing).toEqual([]);
  expect(changed).toHaveLength(summary?.notes.updated ?? 0);
  return summary;
}

async function act({ store, name }: Office, kind: string, which: number): Promise<void> {
  const reports = await store.listReports();
  const annotations = await store.listAnnotations();
  const report = reports[which % reports.length];
  const note = annotations[which % annotations.length];
  words += 1;
  if (kind === 'import') {
    const document = DOCUMENTS[which % DOCUMENTS.length] as NewReport;
    if (await store.findReportByFingerprint(document.fingerprint)) return;
    await store.addImports([
      {
        ...{ sourceName: 'x.txt', format: 'txt', encoding: null, fromSample: false },
        ...{ documents: [document], discarded: [], author: name },
      },
    ]);
  } else if (kind === 'annotate' && report) {
    const { text } = (await store.findReport(report.id)) ?? { text: '' };
    const span = { start: 10 + which, end: 20 + which };
    const anchor = describePassage(text, span);
    const target = { reportId: report.id, ...span, anchor, state: 'anchored' as const };
    const said = { note: `第${words}句`, category: '借鉴', tags: ['改厕'] };
    await store.addAnnotation({ ...said, targets: [target], author: name });
  } else if (kind === 'change' && note) {
    await store.changeAnnotation(note.id, { note: `改为第${words}句`, author: name });
  } else if (kind === 'remove' && note) {
    await store.changeAnnotation(note.id, { removed: true, author: name });
  } else if (kind === 'decide' && report) {
    const value = which % 2 === 0 ? ('other' as const) : ('article' as const);
    await store.addDecision(report.id, { field: 'kind', value }, name);
  }
}

const step = fc.record({
  office: fc.nat(1),
  kind: fc.constantFrom('import', 'annotate', 'change', 'change', 'remove', 'decide', 'pass'),
  which: fc.nat(20),
});

/** Removing is a person's own affair: what one removed stays with the other. */
const withoutRemovals = (steps: { kind: string }[]) => steps.every(({ kind }) => kind !== 'remove');

it('loses nothing and comes to rest, whatever two offices do and exchange', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const [a, b] = [openOffice('张三'), openOffice('李四')];
      for (const { office, kind, which } of steps) {
        const [from, to] = office === 0 ? [a, b] : [b, a];
        if (kind === 'pass') await pass(from, to);
        else await act(from, kind, which);
      }
      for (const [from, to] of [
        [a, b],
        [b, a],
        [a, b],
        [b, a],
      ] as const) {
        await pass(from, to);
      }
      expect((await pass(a, b))?.changes).toBe(false);
      expect((await pass(b, a))?.changes).toBe(false);
      if (withoutRemovals(steps)) expect(await notesOf(a)).toEqual(await notesOf(b));
      for (const office of [a, b]) await office.store.close();
    }),
    { numRuns: 25 },
  );
});
