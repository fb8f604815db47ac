import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What the main thread of a process was watched for; milliseconds. */
export interface Watched {
  /** The longest time between two turns of the loop by the clock, and how much of it was spent in line for a processor; 0 where the system does not tell. */
  pause: number;
  inLine: number;
  /** The most processor time between two turns. */
  task: number;
}

declare global {
  var watched: Watched | undefined;
}

/** Begins to watch the process it runs in. Crosses to other processes as source text, so it uses nothing else of this file. */
export function beginWatching(): void {
  const { openSync, readSync } = process.getBuiltinModule('node:fs');
  const buffer = Buffer.alloc(64);
  let schedule: number | undefined;
  try {
    schedule = openSync('/proc/thread-self/schedstat', 'r');
  } catch {
    // Not Linux.
  }
  const read = () => {
    const { user, system } = process.threadCpuUsage();
    const length = schedule === undefined ? 0 : readSync(schedule, buffer, 0, 64, 0);
    const [, inLine = 0] = buffer.toString('latin1', 0, length).split(' ').map(Number);
    return { clock: performance.now(), spent: (user + system) / 1000, inLine: inLine / 1e6 };
  };
  const watched: Watched = { pause: 0, inLine: 0, task: 0 };
  globalThis.watched = watched;
  let before = read();
  setInterval(() => {
    const now = read();
    const pause = now.clock - before.clock;
    if (pause > watched.pause) {
      Object.assign(watched, { pause, inLine: Math.min(pause, now.inLine - before.inLine) });
    }
    watched.task = Math.max(watched.task, now.spent - before.spent);
    before = now;
  }, 2);
}

/** A process that does nothing but watch itself: its pauses are the machine's. Answers them when asked, and ends. */
export function watchIdle(): () => Promise<Watched> {
  const source = `(${beginWatching})(); process.stdin.once('data', () => {
    process.stdout.write(JSON.stringify(globalThis.watched));
    process.exit();
  });`;
  const idle = spawn(process.execPath, ['-e', source], { stdio: ['pipe', 'pipe', 'inherit'] });
  let told = '';
  idle.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  return async () => {
    idle.stdin.write('\n');
    await once(idle, 'close');
    return JSON.parse(told) as Watched;
  };
}
