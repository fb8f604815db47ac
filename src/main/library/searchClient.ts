import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../shared/contract/failure.ts';
import type { RouteName } from '../../shared/contract/routes.ts';
import type { Dispatch } from '../bridge/dispatch.ts';
import type { SearchQuestion } from '../bridge/handlers/searchQuestions.ts';
import type { FromSearchWorker, SearchWorkerData, ToSearchWorker } from './searchMessages.ts';
import type { LibraryPlaces } from './serve.ts';

/**
 * Every question of a search, so that main need not load what answers them. Only that for hits overtakes: what
 * is asked beside hits comes when there is time, perhaps after other words were typed.
 */
const QUESTIONS: Record<SearchQuestion, 'overtakes' | 'beside' | 'always'> = {
  'search.run': 'overtakes',
  'search.count': 'beside',
  'search.facets': 'beside',
  'search.waysOut': 'beside',
  'search.synonyms': 'beside',
  'search.frequency': 'beside',
  'search.places': 'always',
  'search.selfCheck': 'always',
};

/** While one of these is under way nobody else may hold the library's file open. */
const ALONE: ReadonlySet<unknown> = new Set<RouteName>([
  'library.restore',
  'library.restoreSnapshot',
  'library.reopen',
  'library.openAsIs',
  'library.answerOffer',
  'library.startAnew',
  'trash.deleteForGood',
]);

/** A question beside hits may be asked a moment before that for the hits: it is to have their turn. */
const HITS_MAY_COME_MS = 20;

export interface SearchClient {
  dispatch: Dispatch;
  close(): Promise<void>;
}

/**
 * Main's end of the thread of searching, before the library's own: questions of a search go to it, and to
 * the library where it cannot answer. A question for the hits of other words overtakes all before it.
 */
export function startSearch(
  workerFile: string,
  places: LibraryPlaces,
  library: Dispatch,
): SearchClient {
  const latest = new SharedArrayBuffer(4);
  const newest = new Int32Array(latest);
  const workerData: SearchWorkerData = { places, latest };
  const waiting = new Map<number, (outcome: Outcome<unknown> | null) => void>();
  const released: (() => void)[] = [];
  let worker: Worker | undefined;
  let lastRequest = 0;
  let words: unknown;
  let alone = 0;

  const stop = () => {
    worker = undefined;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
    for (const settle of released.splice(0)) settle();
  };
  const start = () => {
    const started = new Worker(workerFile, { workerData });
    started.on('error', stop);
    started.on('exit', stop);
    started.on('message', (message: FromSearchWorker) => {
      if (message.type === 'released') {
        released.shift()?.();
        return;
      }
      waiting.get(message.request)?.(message.outcome);
      waiting.delete(message.request);
    });
    return started;
  };
  const send = (message: ToSearchWorker) => {
    worker ??= start();
    worker.postMessage(message);
  };
  const release = async () => {
    if (worker === undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    released.push(resolve);
    send({ type: 'release' });
    await promise;
  };

  async function ask(name: SearchQuestion, input: unknown): Promise<Outcome<unknown> | null> {
    const query = queryOf(input);
    const kind = QUESTIONS[name];
    if (kind === 'overtakes' && query !== words) {
      words = query;
      Atomics.add(newest, 0, 1);
    }
    if (kind === 'beside' && query !== words) {
      await setTimeout(HITS_MAY_COME_MS);
      if (alone > 0) return null;
    }
    lastRequest += 1;
    const request = lastRequest;
    const turn = kind === 'always' ? null : Atomics.load(newest, 0);
    const { promise, resolve } = Promise.withResolvers<Outcome<unknown> | null>();
    waiting.set(request, resolve);
    send({ type: 'ask', request, name, input, turn });
    return promise;
  }

  return {
    dispatch: async (name, input) => {
      if (ALONE.has(name)) {
        alone += 1;
        await release();
        return library(name, input).finally(() => {
          alone -= 1;
        });
      }
      if (alone > 0 || !isQuestion(name)) return library(name, input);
      return (await ask(name, input)) ?? library(name, input);
    },
    close: async () => {
      await release();
      await worker?.terminate();
    },
  };
}

function isQuestion(name: unknown): name is SearchQuestion {
  return typeof name === 'string' && Object.hasOwn(QUESTIONS, name);
}

function queryOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'query' in input ? input.query : undefined;
}
