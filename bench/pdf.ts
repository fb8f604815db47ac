/*
 * How much the whole export of a brief costs beside printing the same page raw twice (no page numbers
 * read, no comments, no metadata), in one run, and how many bytes a page takes.
 * Run: node bench/pdf.ts
 */
import { readBundledFonts } from '../src/main/export/bundledFonts.ts';
import { exportBriefPdf } from '../src/main/export/pdf.ts';
import type { PrintJob } from '../src/main/export/printPort.ts';
import { composeBrief } from '../src/shared/brief/compose.ts';
import { chooseFonts } from '../src/shared/brief/fonts.ts';
import type { BriefSource } from '../src/shared/brief/spec.ts';
import { fontBaseUrl, openChromiumPort } from '../tests/print/chromiumPort.ts';
import { names, sources } from '../tests/print/sampleSources.ts';

const bundled = readBundledFonts('node_modules', 'resources/fonts');

/** Whole reports as quotations, each repeated under another id until the brief is long enough. */
function longBrief(copies: number, characters: number) {
  const many: BriefSource[] = Array.from({ length: copies }, (_, copy) =>
    sources.map((source) => ({ ...source, documentId: `${source.documentId}-${copy}` })),
  ).flat();
  return composeBrief(
    {
      title: '长篇参阅材料',
      unit: '党政办公室',
      date: '2026-11-22',
      documents: many.map(({ documentId }) => documentId),
      parts: ['annotations', 'sources'],
      topics: null,
      layout: 'brief',
      contents: true,
      excerpts: many.map(({ documentId, text }) => ({
        documentId,
        start: 0,
        end: Math.min(characters, text.length),
      })),
    },
    many,
    names,
  );
}

const port = await openChromiumPort(bundled);
/** The least disturbed round: other work on the machine only ever adds time. */
const best = (values: number[]) => Math.min(...values);
const results = [];
for (const { copies, characters, rounds } of [
  { copies: 1, characters: 2200, rounds: 5 },
  { copies: 2, characters: 6400, rounds: 5 },
  { copies: 8, characters: 6400, rounds: 2 },
  { copies: 10, characters: 6400, rounds: 2 },
]) {
  const brief = longBrief(copies, characters);
  const whole: number[] = [];
  const raw: number[] = [];
  let pages = 0;
  let bytes = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const jobs: PrintJob[] = [];
    const before = performance.now();
    const exported = await exportBriefPdf(brief, {
      print: {
        print: (job) => {
          jobs.push(job);
          return port.print(job);
        },
      },
      fonts: chooseFonts([]),
      bundled,
      fontBaseUrl,
      now: new Date('2026-11-22T02:00:00.000Z'),
    });
    const between = performance.now();
    for (const job of jobs.slice(0, 2)) await port.print(job);
    const after = performance.now();
    pages = exported.pages;
    bytes = exported.pdf.length;
    // The first round warms the browser and the fonts up.
    if (round > 0) {
      whole.push(between - before);
      raw.push(after - between);
    }
  }
  const result = {
    pages,
    rounds,
    exportMs: Math.round(best(whole)),
    rawTwiceMs: Math.round(best(raw)),
    ratio: Number((best(whole) / best(raw)).toFixed(2)),
    kilobytesPerPage: Number((bytes / 1024 / pages).toFixed(1)),
  };
  results.push(result);
  process.stderr.write(`${JSON.stringify(result)}\n`);
}
await port.close();
process.stdout.write(`${JSON.stringify({ bench: 'pdf', results }, null, 2)}\n`);
