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

/**
 * Texts given to one thread at a time, the one it works on among them: while the library's thread stores, which
 * takes it as long as some tens of texts take to be understood, nobody can hand out the next.
 */
const TEXTS_A_THREAD = 48;

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
  const waiting: Waiting[] = [];
  let closed = false;

  const start = () => {
    const thread = startThread(resourcesDir, {
      onAnswer: handOut,
      onSpent: (unanswered) => {
        threads.delete(thread);
        waiting.unshift(...unanswered);
        handOut();
      },
    });
    threads.add(thread);
    return thread;
  };
  const leastBusy = () => {
    const [thread] = [...threads].sort((left, right) => left.count() - right.count());
    const isBusy = thread === undefined || thread.count() > 0;
    return isBusy && threads.size < THREADS ? start() : thread;
  };
  const handOut = () => {
    while (waiting.length > 0 && !closed) {
      const thread = leastBusy();
      if (thread === undefined || thread.count() >= TEXTS_A_THREAD) return;
      thread.give(waiting.shift() as Waiting);
    }
  };
  return {
    understand: (text) =>
      new Promise((settle) => {
        if (closed) return settle(null);
        waiting.push({ text, settle });
        handOut();
      }),
    close: async () => {
      closed = true;
      await Promise.all([...threads].map((thread) => thread.end()));
      for (const { settle } of waiting.splice(0)) settle(null);
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
  /** Texts without an answer yet. */
  count(): number;
  /** Answered one after the other; with null where a text failed, and then the thread may be spent. */
  give(waiting: Waiting): void;
  end(): Promise<void>;
}

/** @param tell of each answer, and of the texts a spent thread leaves untouched. */
function startThread(
  resourcesDir: string,
  tell: { onAnswer: () => void; onSpent: (unanswered: Waiting[]) => void },
): Thread {
  const worker = new Worker(workerBeside(import.meta.url, 'understanding-worker'), {
    workerData: resourcesDir,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  /** The first is being worked on. */
  const given: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isSpent = false;

  const watchFirst = () => {
    clearTimeout(timer);
    const [first] = given;
    if (first === undefined) return;
    const limit = MILLISECONDS_A_TEXT + first.text.text.length * MILLISECONDS_A_CHARACTER;
    timer = setTimeout(() => void end(), limit);
  };
  const end = async () => {
    if (!isSpent) {
      isSpent = true;
      clearTimeout(timer);
      given.shift()?.settle(null);
      tell.onSpent(given.splice(0));
    }
    await worker.terminate();
  };
  worker.on('message', (result: WorkedOut | null) => {
    if (isSpent) return;
    const answered = given.shift();
    watchFirst();
    answered?.settle(result && readBack(result));
    tell.onAnswer();
  });
  worker.on('error', () => void end());
  worker.on('exit', () => void end());
  return {
    count: () => given.length,
    give: (next) => {
      given.push(next);
      if (given.length === 1) watchFirst();
      worker.postMessage(next.text);
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
