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

const { places, latest } = workerData as SearchWorkerData;
const newest = new Int32Array(latest);
const desk = openSearchDesk(places);
const line: ToSearchWorker[] = [];
let isAnswering = false;

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
    const next = takeNext();
    if (next === undefined) break;
    await answer(next);
  }
  isAnswering = false;
}

port.on('message', (message: ToSearchWorker) => {
  line.push(message);
  if (!isAnswering) void answerAll();
});
