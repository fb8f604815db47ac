import { parentPort, workerData } from 'node:worker_threads';
import type { HostPort } from './bridge/context.ts';
import type { PrintPort } from './export/printPort.ts';
import { openReader } from './ingest/readInWorker.ts';
import { mergeWhenIdle } from './library/idleMerging.ts';
import { type LibraryPlaces, serveLibrary } from './library/serve.ts';
import type { FromWorker, ToWorker } from './library/workerMessages.ts';

/**
 * The library's own thread: store, search, reading and analysing run here, so that the main process
 * stays free for the window. Dialogs and printing are asked of main.
 */
const port = parentPort;
if (port === null) throw new Error('the library worker is started by main');

/** So long nobody has asked for anything before the changes since then are kept as a snapshot. */
const IDLE_MILLISECONDS = 120_000;

const pending = new Map<number, PromiseWithResolvers<unknown>>();
let lastCall = 0;

function send(message: FromWorker): void {
  port?.postMessage(message);
}

function askMain(method: string, argument: unknown): Promise<unknown> {
  lastCall += 1;
  const call = lastCall;
  const answer = Promise.withResolvers<unknown>();
  pending.set(call, answer);
  send({ type: 'ask', call, method, argument });
  return answer.promise;
}

const host: HostPort = {
  chooseFilesToOpen: async (wanted) =>
    (await askMain('chooseFilesToOpen', wanted)) as Awaited<
      ReturnType<HostPort['chooseFilesToOpen']>
    >,
  chooseFolder: async () => (await askMain('chooseFolder', null)) as string | null,
  chooseFileToSave: async (suggestion) =>
    (await askMain('chooseFileToSave', suggestion)) as string | null,
};

const print: PrintPort = {
  prepare: () => void askMain('preparePrint', null),
  print: async (job) => (await askMain('print', job)) as Uint8Array,
  stop: () => void askMain('stopPrint', null),
  release: () => void askMain('releasePrint', null),
};

const library = serveLibrary(
  workerData as LibraryPlaces,
  {
    host,
    print,
    reader: openReader(),
    emit: (event) => send({ type: 'event', event }),
  },
  () => new Date().toISOString(),
);
const { home } = library.context;
const merging = mergeWhenIdle(() => home.library.maintainIndex());
let lastRequestAt = performance.now();
const idle = setInterval(() => {
  if (performance.now() - lastRequestAt > IDLE_MILLISECONDS) home.snapshotChanges('idle');
}, IDLE_MILLISECONDS);

port.on('message', async (message: ToWorker) => {
  if (message.type === 'answer') {
    const answer = pending.get(message.call);
    pending.delete(message.call);
    if (message.error === undefined) answer?.resolve(message.value);
    else answer?.reject(new Error(message.error));
    return;
  }
  if (message.type === 'offer') {
    library.context.offered.path = message.path;
    send({ type: 'event', event: { type: 'library.changed' } });
    return;
  }
  if (message.type === 'close') {
    clearInterval(idle);
    merging.stop();
    home.snapshotChanges('closing');
    await library.close();
    send({ type: 'closed' });
    return;
  }
  lastRequestAt = performance.now();
  merging.pause();
  const outcome = await library.dispatch(message.name, message.input);
  merging.resume();
  send({ type: 'outcome', request: message.request, outcome });
});
