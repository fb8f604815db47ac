import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a trace shows of one or many starts of the app. */
export interface Reached {
  /** Tries of any of our processes to reach an internet address, as the kernel saw them. */
  connects: string[];
  /**
   * How often Chromium asked its own kernel whether there is a way to IPv6: a datagram socket is bound to
   * an address and closed, nothing is sent. No switch turns it off; it comes with an empty page too.
   */
  routeProbes: number;
}

const REACHING_CALLS = 'connect,sendto,sendmsg,sendmmsg';
const ROUTE_PROBE = /connect\(\d+[^,]*, \{sa_family=AF_INET6, .*"2001:4860:4860::8888"/u;

export function hasTracer(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/**
 * A program that starts `executablePath` with every system call of it and all its children traced that
 * reaches out, into a new file `*.trace` of the folder. Other calls run at full speed; the program
 * started is the app itself and its tracer a grandchild, so that killing it kills the app.
 *
 * @param further names of calls that are traced too.
 */
export function writeTracer(
  folder: string,
  executablePath: string,
  further: readonly string[] = [],
): string {
  const name = join(folder, randomUUID());
  const calls = [REACHING_CALLS, ...further].join(',');
  const command = `exec strace -D -f -y -qq --seccomp-bpf -e trace=${calls} -o '${name}.trace' '${executablePath}' "$@"`;
  writeFileSync(name, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  return name;
}

/** How many starts were traced into a folder, and what they reached for. */
export function readTraces(folder: string): Reached & { starts: number } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.trace'));
  const reaching = files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => /sa_family=AF_INET6?\b/u.test(line)),
  );
  const connects = reaching.filter((line) => !ROUTE_PROBE.test(line));
  return { starts: files.length, connects, routeProbes: reaching.length - connects.length };
}
