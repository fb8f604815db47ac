import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openSearchDesk } from './library/searchDesk.ts';
import type {
  FromSearchWorker,
  SearchWorkerData,
  ToSearchWorker,
} from './library/searchMessages.ts';

/**
 * The thread of searching: reads the library's file on a connection of its own, so that an import in the
 * library's thread never keeps a search waiting. Hits come before what is counted beside them; a question
 * that was overtaken is passed over, and one under way stops at the next text or list it would read.
 */
const port = parentPort;
if (port === null) throw new Error('the search worker is started by main');

/** The window asks for what it shows beside the hits a moment before it asks for these. */
const HITS_MAY_COME_MS = 4;

const { places, latest } = workerData as SearchWorkerData;
const newest = new Int32Array(latest);
const desk = openSearchDesk(places);
const line: ToSearchWorker[] = [];
let isAnswering = false;
/** The turn whose hits were asked for. */
let turnOfHits: number | null = null;

function send(message: FromSearchWorker): void {
  port?.postMessage(message);
}

const asksForHits = (message: ToSearchWorker) =>
  message.type === 'ask' && message.name === 'search.run';

/** The hits first; otherwise the one that has waited longest. */
function takeNext(): ToSearchWorker | undefined {
  const hits = line.findLastIndex(asksForHits);
  return line.splice(Math.max(0, hits), 1)[0];
}

async function answer(message: ToSearchWorker): Promise<void> {
  if (message.type === 'release') {
    desk.release();
    send({ type: 'released' });
    return;
  }
  const { request, name, input, turn } = message;
  const isOvertaken = () => turn !== null && Atomics.load(newest, 0) !== turn;
  const outcome = await desk.answer(name, input, isOvertaken);
  send({ type: 'outcome', request, outcome });
}

async function answerAll(): Promise<void> {
  isAnswering = true;
  while (line.length > 0) {
    const [first] = line;
    const isBeside = first?.type === 'ask' && first.turn !== null && first.turn !== turnOfHits;
    if (isBeside && !line.some(asksForHits)) await setTimeout(HITS_MAY_COME_MS);
    const next = takeNext();
    if (next === undefined) break;
    if (next.type === 'ask' && asksForHits(next)) turnOfHits = next.turn;
    await answer(next);
  }
  isAnswering = false;
}

port.on('message', (message: ToSearchWorker) => {
  line.push(message);
  if (!isAnswering) void answerAll();
});
