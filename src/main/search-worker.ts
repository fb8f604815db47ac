import { parentPort, workerData } from 'node:worker_threads';
import { openSearchDesk } from './library/searchDesk.ts';
import type {
  FromSearchWorker,
  SearchWorkerData,
  ToSearchWorker,
} from './library/searchMessages.ts';

/**
 * The thread of searching: reads the library's file on a connection of its own, so that an import in the
 * library's thread never keeps a search waiting. Questions wait in a line; one that was overtaken is
 * passed over, and one under way stops at the next text or list it would read.
 */
const port = parentPort;
if (port === null) throw new Error('the search worker is started by main');

const { places, latest } = workerData as SearchWorkerData;
const newest = new Int32Array(latest);
const desk = openSearchDesk(places);

let line: Promise<unknown> = Promise.resolve();

function send(message: FromSearchWorker): void {
  port?.postMessage(message);
}

port.on('message', (message: ToSearchWorker) => {
  line = line.then(async () => {
    if (message.type === 'release') {
      desk.release();
      send({ type: 'released' });
      return;
    }
    const { request, name, input, turn } = message;
    const isOvertaken = () => turn !== null && Atomics.load(newest, 0) !== turn;
    const outcome = await desk.answer(name, input, isOvertaken);
    send({ type: 'outcome', request, outcome });
  });
});
