import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { walkDemo } from '../../demo/walk.ts';
import { openDesk } from '../../journeys/desk.ts';
import { hasTracer, type Reached, readTraces, writeTracer } from '../../launch/tracer.ts';
import { makeFolder, removeFolder } from './served.ts';
import { readWrites, WRITING_CALLS } from './writes.ts';

export interface NetworkFigures extends Reached {
  /** Steps of the main journey, from the first start to a printed brief. */
  steps: number;
  idleMinutes: number;
  /** Tries that were made on purpose, to see that the trace sees them. */
  plantedConnects: number;
  /** Files the app made, changed or removed, or tried to, in its folder and the chosen one, and elsewhere. */
  writtenInside: number;
  writtenOutside: string[];
  /** Of those elsewhere, the one that was made on purpose. */
  plantedWrites: number;
}

/** The profile of Chromium, which the stand-in makes and removes. */
const NOT_OURS = /\/electron-stand-in-[^/]+/u;

/**
 * Walks the main journey and then leaves the app alone, with every system call of it and all its children
 * traced that reaches out or writes. Null where there is no strace. Needs the built app.
 */
export async function runTracedJourney(idleMilliseconds: number): Promise<NetworkFigures | null> {
  if (!hasTracer()) return null;
  const folder = makeFolder();
  const desk = await openDesk(join(folder, 'data'), {
    through: (executablePath) => writeTracer(folder, executablePath, WRITING_CALLS),
  });
  try {
    // A traced program is several times slower.
    desk.page.setDefaultTimeout(60_000);
    const steps = await walkDemo(desk, join(folder, 'pictures'));
    await desk.page.waitForTimeout(idleMilliseconds);
    const { connects, routeProbes } = readTraces(folder);
    const { inside, outside } = writtenBeside(folder);
    await desk.app.evaluate((_electron, beside) => {
      const { connect } = process.getBuiltinModule('node:net');
      process.getBuiltinModule('node:fs').writeFileSync(beside, '');
      // An address that is nobody's (RFC 5737).
      connect(9, '203.0.113.1').on('error', () => undefined);
    }, `${folder}-旁边`);
    await desk.page.waitForTimeout(2000);
    const plantedConnects = readTraces(folder).connects.length - connects.length;
    return {
      steps: steps.length,
      idleMinutes: idleMilliseconds / 60_000,
      connects,
      routeProbes,
      plantedConnects,
      writtenInside: inside.length,
      writtenOutside: outside,
      plantedWrites: writtenBeside(folder).outside.length - outside.length,
    };
  } finally {
    await desk.close();
    removeFolder(folder);
    rmSync(`${folder}-旁边`, { force: true });
  }
}

function writtenBeside(folder: string): { inside: string[]; outside: string[] } {
  const written = readWrites(folder);
  const isInside = (path: string) => path.startsWith(`${folder}/`);
  return {
    inside: written.filter(isInside),
    outside: written.filter((path) => !isInside(path) && !NOT_OURS.test(path)),
  };
}

export interface TracedJourneys extends Reached {
  starts: number;
  /** Of vitest's own report. */
  passed: number;
  failed: number;
}

/**
 * Every journey of `tests/journeys`, each start of the app traced. Outside the empty network namespace in
 * which they otherwise run, so that what reaches out would get there. Null where there is no strace.
 */
export function runTracedJourneys(): TracedJourneys | null {
  if (!hasTracer()) return null;
  const folder = makeFolder();
  const report = join(folder, 'report.json');
  const root = join(import.meta.dirname, '../../..');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  try {
    spawnSync(
      process.execPath,
      [
        vitest,
        'run',
        '-c',
        'vitest.journeys.config.ts',
        '--reporter=json',
        `--outputFile=${report}`,
      ],
      { cwd: root, env: { ...process.env, JOURNEYS_TRACE: folder }, stdio: 'ignore' },
    );
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { ...readTraces(folder), passed: numPassedTests, failed: numFailedTests };
  } finally {
    removeFolder(folder);
  }
}
