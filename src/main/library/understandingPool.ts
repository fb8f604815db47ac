import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReportAnalysis } from '../../shared/report/report.ts';
import { workerBeside } from '../ingest/workerBeside.ts';
import type { NewReport } from '../store/libraryStore.ts';
import type { Knowledge } from './knowledge.ts';
import { type ReadText, type UnderstoodFile, understand } from './understand.ts';
import type { WorkedOut } from './understanding-worker.ts';

/** Understands texts, several at a time where that pays. */
export interface UnderstandingPool {
  /** Null for a text that cannot be understood, for whatever reason; never rejects. */
  understand(text: ReadText): Promise<UnderstoodFile<NewReport> | null>;
  /** What is still waiting is answered with null. */
  close(): Promise<void>;
}

/** Fewer texts are understood sooner than a thread is started. */
const FEWEST_FOR_THREADS = 6;

/**
 * One core is left to the thread that stores, which two threads keep busy. Each compiles for itself what it
 * runs, a second or more of work, so more of them than cores would only cost.
 */
const THREADS = Math.min(2, Math.max(1, availableParallelism() - 1));

/** Of the heap of one thread. A text of 50 MB, the largest there is, needs about half. */
const HEAP_MEGABYTES = 1024;

/** On the slowest of machines; a million characters take about two seconds on a good one. */
const MILLISECONDS_A_TEXT = 30_000;
const MILLISECONDS_A_CHARACTER = 0.06;

interface Waiting {
  text: ReadText;
  settle: (file: UnderstoodFile<NewReport> | null) => void;
}

/**
 * Understands the texts of one import, in threads of their own where there are many of them: the library's
 * thread stays free to store and to answer.
 *
 * @param textCount how many texts are to be expected.
 * @param resourcesDir where the threads find what `knowledge` gives here.
 */
export function openUnderstandingPool(
  textCount: number,
  knowledge: () => Promise<Knowledge>,
  resourcesDir: string,
): UnderstandingPool {
  if (textCount < FEWEST_FOR_THREADS) return understandHere(knowledge);
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  const waiting: Waiting[] = [];
  let closed = false;

  const next = () => {
    while (waiting.length > 0 && !closed) {
      const thread = idle.pop() ?? (threads.size < THREADS ? startThread(resourcesDir) : undefined);
      if (thread === undefined) return;
      threads.add(thread);
      void work(thread, waiting.shift() as Waiting);
    }
  };
  const work = async (thread: Thread, { text, settle }: Waiting) => {
    const file = await thread.understand(text);
    if (thread.isSpent) threads.delete(thread);
    else idle.push(thread);
    settle(file);
    next();
  };
  return {
    understand: (text) =>
      new Promise((settle) => {
        if (closed) return settle(null);
        waiting.push({ text, settle });
        next();
      }),
    close: async () => {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle(null);
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

function understandHere(knowledge: () => Promise<Knowledge>): UnderstandingPool {
  return {
    understand: async (text) => {
      const known = await knowledge();
      try {
        return understand(text, known);
      } catch {
        return null;
      }
    },
    close: async () => undefined,
  };
}

interface Thread {
  /** One text after the other; null where it failed, and then the thread may be spent. */
  understand(text: ReadText): Promise<UnderstoodFile<NewReport> | null>;
  readonly isSpent: boolean;
  end(): Promise<void>;
}

function startThread(resourcesDir: string): Thread {
  const worker = new Worker(workerBeside(import.meta.url, 'understanding-worker'), {
    workerData: resourcesDir,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  let isSpent = false;
  let settle: (file: UnderstoodFile<NewReport> | null) => void = () => undefined;
  const end = async () => {
    isSpent = true;
    settle(null);
    await worker.terminate();
  };
  worker.on('message', (result: WorkedOut | null) => settle(result && readBack(result)));
  worker.on('error', () => void end());
  worker.on('exit', () => void end());
  return {
    understand: (text) =>
      new Promise((resolve) => {
        const limit = MILLISECONDS_A_TEXT + text.text.length * MILLISECONDS_A_CHARACTER;
        const timer = setTimeout(() => void end(), limit);
        settle = (file) => {
          clearTimeout(timer);
          resolve(file);
        };
        if (isSpent) settle(null);
        else worker.postMessage(text);
      }),
    get isSpent() {
      return isSpent;
    },
    end,
  };
}

/** The analysis comes as JSON, which crosses threads in a fraction of the time its objects take. */
function readBack({ file, analyses }: WorkedOut): UnderstoodFile<NewReport> {
  return {
    ...file,
    documents: file.documents.map(({ figures, ...document }, index) => ({
      ...document,
      findings: { analysis: JSON.parse(analyses[index] as string) as ReportAnalysis, figures },
    })),
  };
}
