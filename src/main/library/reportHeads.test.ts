import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import '../../../tests/propertySeed.ts';
import { generateReport } from '../../../tests/fixtures/reports/generate.ts';
import type { ReportAnalysis } from '../../shared/report/report.ts';
import type { NewReport } from '../store/libraryStore.ts';
import { reportHeads } from '../store/migrations/0220-report-heads.ts';
import { toldOf } from '../store/reportHeads.ts';
import { deleteRows, listTrash } from '../store/trash.ts';
import { openBytes, writePackage } from './exchange/packageFile.ts';
import { loadKnowledge } from './knowledge.ts';
import { type OpenLibrary, openLibrary } from './openLibrary.ts';
import { understand, understandDocument } from './understand.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const base = mkdtempSync(join(tmpdir(), 'zhenjian-heads-'));
const knowledge = await loadKnowledge(join(root, 'resources'));
const sample = understand(
  {
    ...{ name: '样例库', format: 'txt', encoding: null, discarded: [], notices: [] },
    text: readFileSync(join(root, 'resources', 'sample', 'weifang-reports.txt'), 'utf8'),
  },
  knowledge,
);
const invented = [1, 2, 3, 4].map((seed) =>
  understandDocument(generateReport(seed, { characters: 900 }).raw, `${seed}.txt`, knowledge),
);
const DOCUMENTS: readonly NewReport[] = [...sample.documents.slice(0, 4), ...invented];
let libraries = 0;

afterAll(() => rmSync(base, { recursive: true, force: true }));

function open(): OpenLibrary {
  libraries += 1;
  const library = openLibrary(join(base, String(libraries)), { now: () => '2026-01-01T00:00:00Z' });
  library.connection.pragma('synchronous = OFF');
  return library;
}

async function addReport({ store }: OpenLibrary, which: number): Promise<void> {
  const document = DOCUMENTS[which % DOCUMENTS.length] as NewReport;
  if (await store.findReportByFingerprint(document.fingerprint)) return;
  const file = { sourceName: 'x.txt', format: 'txt', encoding: null, fromSample: which % 2 === 0 };
  await store.addImports([{ ...file, documents: [document], discarded: [], author: '甲' }]);
}

async function pass(from: OpenLibrary, to: OpenLibrary): Promise<void> {
  const ids = (await from.store.listReports()).map(({ id }) => id);
  const { part } = await from.store.exchange.gather(ids);
  const about = { title: '', author: '甲', createdAt: '2026-01-01' };
  const { reports } = await openBytes(Buffer.from((await writePackage(part, about)).bytes));
  const understood = new Map(
    reports.map((report) => [report.id, understandDocument(report, report.sourceName, knowledge)]),
  );
  await to.store.exchange.merge(reports, understood, '甲', () => ({ name: 'merges', value: [] }));
}

const ACTIONS: Record<string, (library: OpenLibrary, which: number) => Promise<unknown>> = {
  import: addReport,
  decide: async ({ store }, which) => {
    const [id] = await pick(store, which);
    if (id === undefined) return;
    await store.addDecision(id, { field: 'kind', value: 'other' }, '甲');
    await store.addDecision(id, { field: 'planYear', value: 2000 + which }, '甲');
  },
  undo: async ({ store }, which) => {
    const [id, decision] = await pick(store, which);
    if (id && decision) await store.undoDecision(id, decision, '甲');
  },
  replace: async ({ store }, which) => {
    const [id] = await pick(store, which);
    const document = DOCUMENTS[(which + 1) % DOCUMENTS.length] as NewReport;
    if (id) await store.replaceText(id, document, '甲');
  },
  remove: async ({ store }, which) => {
    const [id] = await pick(store, which);
    if (id) await store.setRemoved(id, true);
  },
  restore: async ({ store, connection }) => {
    for (const { id } of listTrash(connection).reports) await store.setRemoved(id, false);
  },
  removeSample: ({ store }) => store.removeSample(),
  restoreSample: ({ store }) => store.restoreSample(),
  deleteForGood: async ({ connection }) => {
    const reports = listTrash(connection).reports.map(({ id }) => id);
    connection.transaction(() => deleteRows(connection, { reports, notes: [] }))();
  },
};

async function pick(store: OpenLibrary['store'], which: number) {
  const heads = await store.listReports();
  const head = heads[which % heads.length];
  return [head?.id, head?.decisions[0]?.id] as const;
}

/** By report, in sight or not: what its head tells, and what it would tell were it made from the findings. */
function headsOf({ connection }: OpenLibrary) {
  const rows = connection
    .prepare(
      `SELECT r.id, f.analysis, h.told FROM reports r JOIN report_findings f ON f.report_id = r.id
         LEFT JOIN report_heads h ON h.key = r.key ORDER BY r.id`,
    )
    .all() as { id: string; analysis: string; told: string }[];
  const made = rows.map(({ id, analysis }) => [
    id,
    JSON.parse(JSON.stringify(toldOf(JSON.parse(analysis) as ReportAnalysis))),
  ]);
  return { written: rows.map(({ id, told }) => [id, JSON.parse(told)]), made };
}

function migrateAgain({ connection }: OpenLibrary): void {
  connection.exec(`DROP TRIGGER head_of_earlier_findings; DROP INDEX reports_in_sight;
    DROP TABLE report_heads; ${reportHeads.sql}`);
}

const step = fc.record({
  first: fc.boolean(),
  action: fc.constantFrom('import', 'import', 'pass', ...Object.keys(ACTIONS)),
  which: fc.nat(20),
});

it('tells of each report what was found in it, whatever is done to the library', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const [a, b] = [open(), open()];
      for (const { first, action, which } of steps) {
        const [here, there] = first ? [a, b] : [b, a];
        if (action === 'pass') await pass(here, there);
        else await ACTIONS[action]?.(here, which);
      }
      for (const library of [a, b]) {
        const { written, made } = headsOf(library);
        expect(written).toEqual(made);
        migrateAgain(library);
        expect(headsOf(library).written).toEqual(made);
        const heads = library.connection.prepare('SELECT count(*) FROM report_heads').pluck();
        expect(heads.get()).toBe(made.length);
        await library.store.close();
      }
    }),
    { numRuns: 12 },
  );
});

it('lists a report whose head was not written, or tells of findings that were written anew', async () => {
  const library = open();
  for (const which of DOCUMENTS.keys()) await addReport(library, which);
  const { store, connection } = library;
  const listed = await store.listReports();
  expect(listed).toHaveLength(DOCUMENTS.length);
  expect(listed.some(({ analysis }) => analysis.placeClues.length > 0)).toBe(true);
  connection.exec('DELETE FROM report_heads');
  expect(await store.listReports()).toEqual(JSON.parse(JSON.stringify(listed)));
  migrateAgain(library);
  connection.exec(
    "UPDATE report_findings SET analysis = json_set(analysis, '$.metadata.planYear', 1999)",
  );
  const years = (await store.listReports()).map(({ analysis }) => analysis.metadata.planYear);
  expect(new Set(years)).toEqual(new Set([1999]));
  await store.close();
});

it('is made for the reports of an older library, but for those whose findings cannot be read', async () => {
  const library = open();
  for (const which of DOCUMENTS.keys()) await addReport(library, which);
  const { connection, store } = library;
  connection.exec('DROP INDEX findings_by_town_and_plan_year');
  const [id] = await pick(store, 0);
  connection.prepare("UPDATE report_findings SET analysis = '{' WHERE report_id = ?").run(id);
  migrateAgain(library);
  const heads = connection.prepare('SELECT count(*) FROM report_heads').pluck().get();
  expect(heads).toBe(DOCUMENTS.length - 1);
  await store.close();
});
