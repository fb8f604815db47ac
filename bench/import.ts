/*
 * What importing costs beside bulk-building an FTS5 index over pre-cut pairs of the same texts, in one
 * run: end to end (files through the reader, previewed and stored one by one as the window does), and
 * understanding alone with the figures left out; then how understanding grows with the length.
 * Run: node bench/import.ts [reports]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader } from '../src/main/ingest/readInWorker.ts';
import { loadKnowledge } from '../src/main/library/knowledge.ts';
import { serveLibrary } from '../src/main/library/serve.ts';
import { analyseReport } from '../src/shared/report/analyse.ts';
import type { RawDocument } from '../src/shared/report/report.ts';
import { normaliseForSearch } from '../src/shared/text/normalise.ts';
import { generateReports } from '../tests/fixtures/reports/generate.ts';
import { fts5Bigram } from './search/peers/fts5.ts';
import { reportRatio } from './statistics.ts';

const count = Number(process.argv[2] ?? 1200);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-bench-import-'));

/** Seconds of processor time, all threads together: the machine may be busy with other things. */
async function processorSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function importAll(files: readonly string[]): Promise<void> {
  const reader = openReader();
  const library = serveLibrary(
    {
      libraryDir: join(folder, 'library'),
      resourcesDir: join(root, 'resources'),
      fontsDir: join(root, 'node_modules'),
    },
    {
      reader,
      host: {
        chooseFilesToOpen: async () => [],
        chooseFileToSave: async () => null,
        chooseFolder: async () => null,
      },
      print: { print: async () => new Uint8Array() },
      emit: () => undefined,
    },
    () => new Date().toISOString(),
  );
  const ask = async (name: string, input: unknown) => {
    const outcome = await library.dispatch(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.code}`);
    return outcome.value;
  };
  for (const path of files) {
    const fileId = library.context.previews.putFile({ path, name: path });
    const preview = (await ask('imports.preview', { source: { kind: 'chosen', fileId } })) as {
      previewId: string;
      documents: { index: number }[];
    };
    await ask('imports.commit', {
      previewId: preview.previewId,
      include: preview.documents.map(({ index }) => index),
    });
  }
  await library.close();
  await reader.close();
}

try {
  const reports: RawDocument[] = [...generateReports(count)].map(({ raw }) => raw);
  const characters = reports.reduce((sum, { text }) => sum + text.length, 0);
  mkdirSync(join(folder, 'files'));
  const files = reports.map(({ titleLine, text }, at) => {
    const path = join(folder, 'files', `${at}.txt`);
    writeFileSync(path, titleLine === null ? text : `${titleLine}\n${text}`);
    return path;
  });
  const knowledge = await loadKnowledge(join(root, 'resources'));

  const bulk = await processorSeconds(() =>
    fts5Bigram.build(
      reports.map(({ text }) => normaliseForSearch(text)),
      folder,
    ),
  );
  const analysis = await processorSeconds(() => {
    for (const report of reports) analyseReport(report, knowledge.report);
  });
  const whole = await processorSeconds(() => importAll(files));
  process.stdout.write(
    `${count} reports, ${(characters / 1e6).toFixed(1)} million characters; processor seconds: FTS5 pairs ${bulk.toFixed(1)}, understanding ${analysis.toFixed(1)}, import ${whole.toFixed(1)}\n`,
  );
  reportRatio('import end to end ÷ FTS5 pairs in bulk', whole / bulk, 6);
  reportRatio('understanding without figures ÷ FTS5 pairs in bulk', analysis / bulk, 3);

  const [report] = reports;
  const secondsFor = (length: number) => {
    const text = (report?.text ?? '').repeat(Math.ceil(length / (report?.text.length ?? 1)));
    const raw = { titleLine: null, text: text.slice(0, length), retrievedOn: null };
    return processorSeconds(() => analyseReport(raw, knowledge.report));
  };
  await secondsFor(6000);
  const short = (await secondsFor(60_000)) / 60_000;
  const long = (await secondsFor(600_000)) / 600_000;
  reportRatio('a character of 600,000 ÷ one of 60,000', long / short, 1.5);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
