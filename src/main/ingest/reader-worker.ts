/** The thread in which untrusted files are read. Its limits are set by readInWorker. */
import { parentPort } from 'node:worker_threads';
import { type ReaderRequest, readSource } from './readSource.ts';

parentPort?.on('message', async (request: ReaderRequest) => {
  parentPort?.postMessage(await readSource(request));
});
