import { Worker } from 'node:worker_threads';
import { workerBeside } from '../ingest/workerBeside.ts';
import type { StageData } from './understanding-worker.ts';

/** Does one kind of work on texts, one after the other, in a thread of its own. */
export interface Stage<Job, Answer> {
  /**
   * Null where it failed, for whatever reason; never rejects.
   *
   * @param length of the texts, in characters: the longer, the more time there is.
   */
  work(job: Job, length: number): Promise<Answer | null>;
  /** What is still waiting is answered with null. */
  close(): Promise<void>;
}

/** Of the heap of one thread. A text of 50 MB, the largest there is, needs about half. */
const HEAP_MEGABYTES = 1024;

/** On the slowest of machines; a million characters take about two seconds on a good one. */
const MILLISECONDS_A_TEXT = 30_000;
const MILLISECONDS_A_CHARACTER = 0.06;

/**
 * Jobs given to the thread at a time, the one it works on among them: while the library's thread stores, which
 * takes it as long as some tens of texts take to be understood, nobody can hand out the next.
 */
const JOBS_GIVEN = 64;

interface Waiting<Job, Answer> {
  job: Job;
  length: number;
  settle: (answer: Answer | null) => void;
}

/** Starts the thread. One that a text brings down, or keeps too long, is replaced when there is more to do. */
export function openStage<Job, Answer>(data: StageData): Stage<Job, Answer> {
  const waiting: Waiting<Job, Answer>[] = [];
  let closed = false;
  let thread: Thread<Job, Answer> | undefined = start();

  function start(): Thread<Job, Answer> {
    return startThread(data, {
      onAnswer: handOut,
      onSpent: (unanswered) => {
        thread = undefined;
        waiting.unshift(...unanswered);
        handOut();
      },
    });
  }
  function handOut(): void {
    while (waiting.length > 0 && !closed) {
      thread ??= start();
      if (thread.count() >= JOBS_GIVEN) return;
      thread.give(waiting.shift() as Waiting<Job, Answer>);
    }
  }
  return {
    work: (job, length) =>
      new Promise((settle) => {
        if (closed) return settle(null);
        waiting.push({ job, length, settle });
        handOut();
      }),
    close: async () => {
      closed = true;
      await thread?.end();
      for (const { settle } of waiting.splice(0)) settle(null);
    },
  };
}

interface Thread<Job, Answer> {
  /** Jobs without an answer yet. */
  count(): number;
  /** Answered one after the other; with null where a text failed, and then the thread may be spent. */
  give(waiting: Waiting<Job, Answer>): void;
  end(): Promise<void>;
}

/** @param tell of each answer, and of the jobs a spent thread leaves untouched. */
function startThread<Job, Answer>(
  data: StageData,
  tell: { onAnswer: () => void; onSpent: (unanswered: Waiting<Job, Answer>[]) => void },
): Thread<Job, Answer> {
  const worker = new Worker(workerBeside(import.meta.url, 'understanding-worker'), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  /** The first is being worked on. */
  const given: Waiting<Job, Answer>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isSpent = false;

  const watchFirst = () => {
    clearTimeout(timer);
    const [first] = given;
    if (first === undefined) return;
    const limit = MILLISECONDS_A_TEXT + first.length * MILLISECONDS_A_CHARACTER;
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
  worker.on('message', (answer: Answer | null) => {
    if (isSpent) return;
    const answered = given.shift();
    watchFirst();
    answered?.settle(answer);
    tell.onAnswer();
  });
  worker.on('error', () => void end());
  worker.on('exit', () => void end());
  return {
    count: () => given.length,
    give: (next) => {
      given.push(next);
      if (given.length === 1) watchFirst();
      worker.postMessage(next.job);
    },
    end,
  };
}
