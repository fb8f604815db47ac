/*
 * What importing costs beside bulk-building an FTS5 index over pre-cut pairs of the same texts, in one
 * run, the best of two rounds of each. End to end: a folder of files through the reader, understood with
 * all figures, compared with what is there, stored and indexed, every commit on the disk; FTS5 gets the
 * texts in memory, and one transaction. Understanding alone has one core and no figures. Then how
 * understanding grows with the length.
 * Run: node bench/import.ts [reports]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../src/main/library/knowledge.ts';
import { analyseReport } from '../src/shared/report/analyse.ts';
import { normaliseForSearch } from '../src/shared/text/normalise.ts';
import { importFolder, inventReports, writeReport } from './importing/servedFolder.ts';
import { fts5Bigram } from './search/peers/fts5.ts';
import { reportRatio } from './statistics.ts';

const ROUNDS = 2;

const count = Number(process.argv[2] ?? 1200);
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-bench-import-'));

/** Seconds, the fewest of all rounds. */
interface Cost {
  elapsed: number;
  /** Of the processors, all threads together: the machine may be busy with other things. */
  processor: number;
}

async function measure(work: () => unknown): Promise<Cost> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: (performance.now() - start) / 1e3, processor: (user + system) / 1e6 };
}

function best(costs: readonly Cost[]): Cost {
  return {
    elapsed: Math.min(...costs.map(({ elapsed }) => elapsed)),
    processor: Math.min(...costs.map(({ processor }) => processor)),
  };
}

function print(what: string, { elapsed, processor }: Cost): void {
  process.stdout.write(
    `  ${what}: ${elapsed.toFixed(1)} s elapsed, ${processor.toFixed(1)} s of processors\n`,
  );
}

try {
  const reports = [...inventReports(count)];
  const characters = reports.reduce((sum, { text }) => sum + text.length, 0);
  const files = join(folder, 'files');
  reports.forEach((report, at) => {
    writeReport(files, at, report);
  });
  const knowledge = await loadKnowledge(join(import.meta.dirname, '..', 'resources'));
  process.stdout.write(`${count} reports, ${(characters / 1e6).toFixed(1)} million characters\n`);

  const bulk: Cost[] = [];
  const understanding: Cost[] = [];
  const importing: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const place = mkdtempSync(join(folder, 'round-'));
    const texts = reports.map(({ text }) => normaliseForSearch(text));
    bulk.push(await measure(() => fts5Bigram.build(texts, place)));
    understanding.push(
      await measure(() => {
        for (const report of reports) analyseReport(report, knowledge.report);
      }),
    );
    importing.push(await measure(() => importFolder(files, join(place, 'library'))));
    rmSync(place, { recursive: true });
  }
  const [peer, understood, whole] = [best(bulk), best(understanding), best(importing)];
  print('FTS5 pairs in bulk', peer);
  print('understanding without figures', understood);
  print('import end to end', whole);
  reportRatio('import end to end ÷ FTS5 pairs in bulk, elapsed', whole.elapsed / peer.elapsed, 6);
  process.stdout.write(
    `  the same in processor time, which every thread adds to: ${(whole.processor / peer.processor).toFixed(2)}×\n`,
  );
  reportRatio(
    'understanding without figures ÷ FTS5 pairs in bulk, processors',
    understood.processor / peer.processor,
    3,
  );

  const [report] = reports;
  const secondsFor = async (length: number) => {
    const text = (report?.text ?? '').repeat(Math.ceil(length / (report?.text.length ?? 1)));
    const raw = { titleLine: null, text: text.slice(0, length), retrievedOn: null };
    const costs: Cost[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      costs.push(await measure(() => analyseReport(raw, knowledge.report)));
    }
    return best(costs).processor;
  };
  const shortest = (await secondsFor(6000)) / 6000;
  const short = (await secondsFor(60_000)) / 60_000;
  const long = (await secondsFor(600_000)) / 600_000;
  reportRatio('a character of 600,000 ÷ one of 60,000', long / short, 1.5);
  reportRatio('a character of 600,000 ÷ one of 6,000', long / shortest, 1.5);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
