import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileError } from '../store/backup/libraryTrouble.ts';

/** One thing the program did. Nothing of what it was done to: no text, no title, no name of a file. */
export interface LoggedOperation {
  /** A route of the contract or a step of our own, such as `snapshot idle`. */
  what: string;
  milliseconds?: number;
  /** A failure's code; absent where all went well. */
  code?: string;
  /** Where in our code an unexpected error came from: `served.js:120`. */
  frames?: readonly string[];
}

const LOG = 'log.txt';
const OLDER_LOG = 'log.1.txt';
/** Two files of this size at most: some weeks of work. */
const MOST_BYTES = 256 * 1024;
const LINES_HELD = 100;
const HELD_MILLISECONDS = 2000;

/**
 * What was done, when, how long it took and how it failed, kept in the library's folder for whoever is
 * asked for help. Never in the way: where it cannot be written nothing is said.
 */
export class OperationLog {
  readonly #folder: string;
  readonly #now: () => string;
  #held: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, now: () => string) {
    this.#folder = folder;
    this.#now = now;
  }

  write({ what, milliseconds, code, frames = [] }: LoggedOperation): void {
    const parts = [
      this.#now(),
      what,
      ...(milliseconds === undefined ? [] : [`${Math.round(milliseconds)}ms`]),
      ...(code === undefined ? [] : [code]),
      ...frames,
    ];
    this.#held.push(parts.join(' '));
    // A failure may be the last thing the program does.
    if (code !== undefined || this.#held.length >= LINES_HELD) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), HELD_MILLISECONDS).unref();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#held.length === 0) return;
    const lines = `${this.#held.join('\n')}\n`;
    this.#held = [];
    const path = join(this.#folder, LOG);
    try {
      mkdirSync(this.#folder, { recursive: true });
      const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
      if (size > MOST_BYTES) renameSync(path, join(this.#folder, OLDER_LOG));
      appendFileSync(path, lines);
    } catch {
      // A full or read-only disk is told where something of the person's is to be written.
    }
  }

  /** Oldest first. */
  read(): string {
    this.flush();
    return [OLDER_LOG, LOG].map((name) => readIfThere(join(this.#folder, name))).join('');
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The code of a failure that is known, or else what can be said of one that is not. */
export function describeFailure(error: unknown): Pick<LoggedOperation, 'code' | 'frames'> {
  const code = explainFileError(error)?.code;
  return code === undefined ? describeUnexpected(error) : { code };
}

/** Kind and place of an error, without its message, which may quote a report, and without our path. */
export function describeUnexpected(error: unknown): Pick<LoggedOperation, 'code' | 'frames'> {
  if (!(error instanceof Error)) return { code: `unexpected ${typeof error}` };
  // The stack begins with the message, which may run over several lines and look like anything.
  const frames = (error.stack ?? '').split('\n').flatMap((line) => {
    const place = /^\s+at .*?([\w-]+\.[cm]?[jt]s:\d+):\d+\)?$/u.exec(line)?.[1];
    return place === undefined ? [] : [place];
  });
  return {
    code: `unexpected ${/^\w{1,40}$/u.test(error.name) ? error.name : 'Error'}`,
    frames: frames.slice(0, 4),
  };
}
