/**
 * `npm run bench [-- --full] [-- words…]`: every measurement against its peer, one after another, and at
 * the end one table of ratios with their bounds. A measurement that fails or never ends stops no other;
 * the exit code tells whether every one ran and every bound held. With words only those whose path has
 * one of them; with `--full` libraries of 18,000 reports too, which takes most of an hour.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from './setup/build.mjs';
import { main, ROOT, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

const FULL = '18000';
/** Sizes other than a measurement's own, and those of a full run. */
const SIZES = {
  'bench/search/run.ts': { usual: ['150', '1200'], full: ['150', '1200', FULL] },
  'bench/importMemory.ts': { usual: ['9000'], full: [FULL] },
};

const MINUTE = 60_000;
const LONGEST = { usual: 8 * MINUTE, full: 60 * MINUTE };

/** “✓ what: 1.20× (bound 2×)”, and the forms in which the search and the comparison tell theirs. */
const TOLD = [
  /^\s*(?:[✓×✗]\s*)?(?<what>.+?): (?<found>[\d.]+)×? \(bound (?<bound>[\d.]+)×?\)\s*$/u,
  /^\s*(?:合格|不合格)\s+(?<what>.+?): (?<found>[\d.]+)\(≤ (?<bound>[\d.]+)\)\s*$/u,
];

await main(async () => {
  const words = process.argv.slice(2).filter((each) => !each.startsWith('--'));
  const run = process.argv.includes('--full') ? 'full' : 'usual';
  setUp('test');
  await buildWhenStale();
  const results = [];
  for (const path of listBenches()) {
    if (words.length > 0 && !words.some((word) => path.includes(word))) continue;
    process.stdout.write(`\n── ${path}\n`);
    results.push({ path, ...(await runBench(path, run)) });
  }
  printTable(results);
  return results.some(({ code, lost }) => code !== 0 || lost) ? 1 : 0;
});

/** Each file of bench/, and what a folder of it has to run; other files there are tools of these. */
function listBenches() {
  const entries = readdirSync(join(ROOT, 'bench'), { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.ts$/u.test(entry.name))
    .filter(({ name }) => name !== 'statistics.ts')
    .map(({ name }) => `bench/${name}`);
  return [...files, 'bench/search/run.ts'].sort();
}

async function runBench(path, run) {
  const started = performance.now();
  const told = [];
  const onLine = (line) => {
    for (const form of TOLD) {
      const groups = form.exec(line)?.groups;
      if (groups === undefined) continue;
      told.push({ what: groups.what, found: groups.found, bound: groups.bound });
      return;
    }
  };
  const args = [path, ...(SIZES[path]?.[run] ?? [])];
  const code = await runNode(args, { onLine, milliseconds: LONGEST[run] });
  const lost = told.some(isLost);
  return { code, lost, told, seconds: (performance.now() - started) / 1000 };
}

function isLost({ found, bound }) {
  return Number(found) > Number(bound);
}

function printTable(results) {
  process.stdout.write('\n| measurement | ratio | bound | held |\n|---|---|---|---|\n');
  const row = (...cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  for (const { path, code, lost, told, seconds } of results) {
    const ran = code === 0 || lost ? 'ran' : '× failed';
    row(`**${path}** (${seconds.toFixed(0)} s)`, '', '', ran);
    for (const each of told) row(each.what, each.found, each.bound, isLost(each) ? '×' : '✓');
  }
}
