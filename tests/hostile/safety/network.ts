import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walkDemo } from '../../demo/walk.ts';
import { openDesk } from '../../journeys/desk.ts';
import { makeFolder, removeFolder } from './served.ts';

export interface NetworkFigures {
  /** Steps of the main journey, from the first start to a printed brief. */
  steps: number;
  idleMinutes: number;
  /** Tries of any of our processes to reach an internet address, as the kernel saw them. */
  connects: string[];
  /**
   * How often Chromium asked its own kernel whether there is a way to IPv6: a datagram socket is bound to
   * an address and closed, nothing is sent. No switch turns it off; it comes with an empty page too.
   */
  routeProbes: number;
  /** The same for a try made on purpose, to see that the trace sees it. */
  plantedConnects: number;
}

const CALLS = 'trace=connect,sendto,sendmsg,sendmmsg';

export function hasTracer(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/**
 * Walks the main journey and then leaves the app alone, with every system call of it and all its children
 * traced that reaches out. Null where there is no strace. Needs the built app.
 */
export async function runTracedJourney(idleMilliseconds: number): Promise<NetworkFigures | null> {
  if (!hasTracer()) return null;
  const folder = makeFolder();
  const trace = join(folder, 'trace');
  const desk = await openDesk(join(folder, 'data'), {
    through: (executablePath) => writeTracer(folder, executablePath, trace),
  });
  try {
    // A traced program is several times slower.
    desk.page.setDefaultTimeout(60_000);
    const steps = await walkDemo(desk, join(folder, 'pictures'));
    await desk.page.waitForTimeout(idleMilliseconds);
    const { connects, routeProbes } = readConnects(trace);
    await desk.app.evaluate(() => {
      const { connect } = process.getBuiltinModule('node:net');
      // An address that is nobody's (RFC 5737).
      connect(9, '203.0.113.1').on('error', () => undefined);
    });
    await desk.page.waitForTimeout(2000);
    const plantedConnects = readConnects(trace).connects.length - connects.length;
    return {
      steps: steps.length,
      idleMinutes: idleMilliseconds / 60_000,
      connects,
      routeProbes,
      plantedConnects,
    };
  } finally {
    await desk.close();
    removeFolder(folder);
  }
}

function writeTracer(folder: string, executablePath: string, trace: string): string {
  const tracer = join(folder, 'traced');
  const command = `exec strace -f -qq -e ${CALLS} -o '${trace}' '${executablePath}' "$@"`;
  writeFileSync(tracer, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  return tracer;
}

const ROUTE_PROBE = /connect\(\d+, \{sa_family=AF_INET6, .*"2001:4860:4860::8888"/u;

function readConnects(trace: string): Pick<NetworkFigures, 'connects' | 'routeProbes'> {
  const reaching = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/u.test(line));
  const connects = reaching.filter((line) => !ROUTE_PROBE.test(line));
  return { connects, routeProbes: reaching.length - connects.length };
}
