/*
 * The whole export of a brief (two printings, page numbers, comments, metadata) at three lengths, in one
 * run: beside printing the same page raw twice, beside paged.js laying the same brief out, how many bytes a
 * page takes, and how large the largest process grows.
 * Run: node bench/pdf.ts, or some lengths alone: node bench/pdf.ts 13 77
 */
import {
  bundledFontFiles,
  fontFaceCss,
  readBundledFonts,
} from '../src/main/export/bundledFonts.ts';
import { exportBriefPdf, wordsOf } from '../src/main/export/pdf.ts';
import { briefPrintOptions, type PrintJob } from '../src/main/export/printPort.ts';
import { composeBrief } from '../src/shared/brief/compose.ts';
import { chooseFonts } from '../src/shared/brief/fonts.ts';
import type { BriefSource } from '../src/shared/brief/spec.ts';
import { briefStylesheet } from '../src/shared/brief/stylesheet.ts';
import { fontBaseUrl, openChromiumPort } from '../tests/print/chromiumPort.ts';
import { names, sources } from '../tests/print/sampleSources.ts';
import { watchLargestProcess } from './pdf/largestProcess.ts';
import { openPagedPeer } from './pdf/pagedPeer.ts';
import { reportRatio } from './statistics.ts';

const RAW_BOUND = 1.25;
const PAGED_BOUND = 0.6;
const MEGABYTES_BOUND = 500;

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

/** About how many pages the briefs to measure have; none named is all of them. */
const lengths = process.argv.slice(2).map(Number);

const port = await openChromiumPort(bundled);
const paged = await openPagedPeer(bundledFontFiles(bundled));
/** The least disturbed round: other work on the machine only ever adds time. */
const best = (values: number[]) => Math.min(...values);

async function exportOnce(brief: ReturnType<typeof longBrief>) {
  const jobs: PrintJob[] = [];
  await port.prepare();
  const began = performance.now();
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
  return { exported, jobs, milliseconds: performance.now() - began };
}

/** Each with the kilobytes a page may take; the peer lays the longest out once, which takes a minute. */
for (const { length, copies, characters, rounds, kilobytes, peerRounds } of [
  { length: 13, copies: 1, characters: 2200, rounds: 10, kilobytes: 45, peerRounds: 11 },
  { length: 77, copies: 2, characters: 6400, rounds: 5, kilobytes: 20, peerRounds: 6 },
  { length: 300, copies: 8, characters: 6400, rounds: 3, kilobytes: null, peerRounds: 1 },
  { length: 390, copies: 10, characters: 6400, rounds: 2, kilobytes: 9, peerRounds: 0 },
]) {
  if (lengths.length > 0 && !lengths.includes(length)) continue;
  const brief = longBrief(copies, characters);
  const whole: number[] = [];
  const raw: number[] = [];
  const laidOut: number[] = [];
  /** The peer with the faces that the export cut for this paper. */
  const givenFaces: number[] = [];
  let pages = 0;
  let peerPages = 0;
  let bytes = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const { exported, jobs, milliseconds } = await exportOnce(brief);
    // Raw: each loads the page anew, as printing twice does.
    let printing = 0;
    for (const { pass: _, ...job } of jobs.slice(0, 2)) {
      await port.prepare();
      const rawBegan = performance.now();
      await port.print({ ...job, options: briefPrintOptions });
      printing += performance.now() - rawBegan;
    }
    pages = exported.pages;
    bytes = exported.pdf.length;
    const [job] = jobs;
    if (job && laidOut.length < peerRounds) {
      const peer = await paged.layOut({
        html: job.html,
        stylesheet: briefStylesheet(
          brief,
          chooseFonts([]),
          fontFaceCss(bundled, fontBaseUrl, wordsOf(brief)),
        ),
      });
      laidOut.push(peer.milliseconds);
      peerPages = peer.pages;
      if (peerRounds > 1) {
        const given = await paged.layOut(job);
        givenFaces.push(given.milliseconds);
      }
    }
    // The first round warms the browser and the fonts up.
    if (round > 0) {
      whole.push(milliseconds);
      raw.push(printing);
    }
  }
  // In a round of its own: looking through all processes takes the time of this one.
  const watch = watchLargestProcess();
  await exportOnce(brief);
  const largest = watch.stop();
  const perPage = bytes / 1024 / pages;
  process.stdout.write(
    `\n${pages} pages: export ${Math.round(best(whole))} ms, raw twice ${Math.round(best(raw))} ms, ` +
      `${perPage.toFixed(1)} KB a page, largest process ${largest} MB\n`,
  );
  if (peerRounds > 0) {
    const made = peerPages > 0 ? `for ${peerPages} pages` : 'and not done';
    const given =
      givenFaces.length > 0
        ? `; with the faces the export cut ${Math.round(best(givenFaces))} ms`
        : '';
    process.stdout.write(`paged.js: ${Math.round(best(laidOut))} ms ${made}${given}\n`);
    reportRatio(`${pages} pages, to paged.js`, best(whole) / best(laidOut), PAGED_BOUND);
    reportRatio(`${pages} pages, to printing raw twice`, best(whole) / best(raw), RAW_BOUND);
    reportRatio(`${pages} pages, largest process`, largest / MEGABYTES_BOUND, 1);
  }
  if (kilobytes !== null) reportRatio(`${pages} pages, bytes a page`, perPage / kilobytes, 1);
}
await port.close();
await paged.close();
