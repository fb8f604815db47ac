/**
 * `npm run check`: format, lint, types, unit tests, rules, the stand-in's own tests, build and
 * journeys, up to the first that fails. The last line is the sum of the test runner's own counts.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasElectron } from './setup/electron.mjs';
import { canRunOffline, getCommand, main, ROOT, runNode } from './setup/run.mjs';

const RESULTS = join(ROOT, '.cache/check');
const SUITES = ['unit', 'stand-in', 'package', 'journeys'];

const resultsOf = (name) => join(RESULTS, `${name}.json`);

const testing = (name, ...args) => [
  getCommand('vitest'),
  'run',
  ...args,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resultsOf(name)}`,
];

const steps = () => [
  [
    'format and lint',
    [getCommand('@biomejs/biome', 'biome'), 'ci', '--colors=off', '--error-on-warnings'],
  ],
  ['types', [getCommand('typescript', 'tsc'), '-b']],
  ['unit tests and rules', testing('unit')],
  ['stand-in', testing('stand-in', '--config', 'tests/electron-stand-in/vitest.config.ts')],
  ['build', [getCommand('electron-vite'), 'build']],
  [
    'package layout, stand-in dist, not runnable',
    testing('package', '--config', 'tests/package/vitest.config.ts'),
  ],
  // Where no network is: whatever a journey does, no request can leave the machine.
  [
    'journeys',
    testing('journeys', '--config', 'vitest.journeys.config.ts'),
    { offline: canRunOffline() },
  ],
];

/** Settles with the exit code of the first step that failed, or 0. */
export async function check() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  let code = 0;
  for (const [title, command, how] of steps()) {
    const where = how?.offline ? ', in an empty network namespace' : '';
    process.stdout.write(`\n── ${title}${where}\n`);
    code = await runNode(command, how);
    if (code === 0) continue;
    process.stdout.write(`\n── ${title}: failed (exit code ${code})\n`);
    break;
  }
  if (existsSync(resultsOf('journeys')) && !hasElectron())
    process.stdout.write('\nElectron: not run, its binary is not here; the stand-in ran instead\n');
  process.stdout.write(`${describeCounts()}\n`);
  return code;
}

function describeCounts() {
  const results = SUITES.map((name) => readCounts(resultsOf(name)));
  const sum = (key) => results.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** A file that could not even be loaded has no tests to count; it is counted as one that failed. */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + unloaded.length,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

if (import.meta.filename === process.argv[1]) await main(check);
