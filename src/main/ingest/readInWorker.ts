import { Worker } from 'node:worker_threads';
import type { ReadOptions, ReadOutcome } from './extraction.ts';
import { type FailureCode, ingestFailure } from './failures.ts';
import {
  READER_HEAP_MEGABYTES,
  READER_MEMORY_MEGABYTES,
  READER_MILLISECONDS,
  READER_POLL_MILLISECONDS,
} from './limits.ts';
import type { ReaderInput } from './readSource.ts';
import { workerBeside } from './workerBeside.ts';

export interface ReaderOptions {
  /** The worker’s entry; by default beside this module, as source or as built. */
  workerUrl?: URL;
  milliseconds?: number;
  memoryMegabytes?: number;
}

export interface ReadControl extends ReadOptions {
  signal?: AbortSignal;
}

export interface DocumentReader {
  /** Never rejects: a crash, a limit reached and a cancelling are outcomes. Reads queue up one behind the other. */
  read(input: ReaderInput, control?: ReadControl): Promise<ReadOutcome>;
  readPath(path: string, name: string, control?: ReadControl): Promise<ReadOutcome>;
  readBytes(name: string, bytes: Uint8Array, control?: ReadControl): Promise<ReadOutcome>;
  close(): Promise<void>;
}

/**
 * A reader that keeps one worker for many files and replaces it when a file has brought it down.
 * The idle worker does not keep the process alive.
 */
export function openReader(options: ReaderOptions = {}): DocumentReader {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const discard = async () => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };

  const readNext = async (input: ReaderInput, control: ReadControl): Promise<ReadOutcome> => {
    if (control.signal?.aborted) return failed('cancelled', input.name);
    worker ??= startWorker(options);
    const settled = await readOnce(worker, input, control, options);
    if (settled.spent) await discard();
    return settled.outcome;
  };

  const read = (input: ReaderInput, control: ReadControl = {}): Promise<ReadOutcome> => {
    const turn = queue.then(() => readNext(input, control));
    queue = turn;
    return turn;
  };

  return {
    read,
    readPath: (path, name, control) => read({ path, name }, control),
    readBytes: (name, bytes, control) => read({ name, bytes }, control),
    close: async () => {
      await queue;
      await discard();
    },
  };
}

/** Reads one file in a worker of its own. */
export async function readInWorker(
  input: ReaderInput,
  options: ReaderOptions & ReadControl = {},
): Promise<ReadOutcome> {
  const reader = openReader(options);
  try {
    return await reader.read(input, options);
  } finally {
    await reader.close();
  }
}

function failed(code: FailureCode, name: string, detail = ''): ReadOutcome {
  return { ok: false, failure: ingestFailure(code, name, detail) };
}

function startWorker(options: ReaderOptions): Worker {
  return new Worker(options.workerUrl ?? workerBeside(import.meta.url, 'reader-worker'), {
    resourceLimits: { maxOldGenerationSizeMb: READER_HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    env: {},
    // What a parser prints must not reach the output of the command line. The streams are left unread:
    // reading them would keep the process alive.
    stdout: true,
    stderr: true,
  });
}

interface Settled {
  outcome: ReadOutcome;
  /** The worker is dead, or can no longer be trusted. */
  spent: boolean;
}

function readOnce(
  worker: Worker,
  input: ReaderInput,
  control: ReadControl,
  limits: ReaderOptions,
): Promise<Settled> {
  const milliseconds = limits.milliseconds ?? READER_MILLISECONDS;
  const memory = limits.memoryMegabytes ?? READER_MEMORY_MEGABYTES;
  const { signal } = control;

  return new Promise((resolve) => {
    const settle = (outcome: ReadOutcome, spent: boolean) => {
      clearTimeout(timer);
      clearInterval(poll);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      // A dying worker may still report; nobody is left to be told.
      if (spent) worker.on('error', () => undefined);
      worker.unref();
      resolve({ outcome, spent });
    };
    const stop = (code: FailureCode, detail = '') => settle(failed(code, input.name, detail), true);

    const onMessage = (outcome: ReadOutcome) => settle(outcome, false);
    const onError = (error: unknown) => {
      const outOfMemory =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (outOfMemory) stop('memory-limit', `${memory} MB`);
      else stop('reader-stopped');
    };
    const onExit = () => stop('reader-stopped');
    const onAbort = () => stop('cancelled');

    const timer = setTimeout(
      () => stop('time-limit', String(Math.round(milliseconds / 1000))),
      milliseconds,
    );
    // The engine bounds the worker’s heap only, and late; buffers stand outside it, and a thread in a tight
    // loop does not answer questions. What the process has grown by since the file was begun tells both.
    const before = residentMegabytes();
    const poll = setInterval(() => {
      if (residentMegabytes() - before > memory) stop('memory-limit', `${memory} MB`);
    }, READER_POLL_MILLISECONDS);

    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.ref();
    worker.postMessage({ ...input, options: { encoding: control.encoding } });
  });
}

function residentMegabytes(): number {
  return process.memoryUsage.rss() / (1024 * 1024);
}
