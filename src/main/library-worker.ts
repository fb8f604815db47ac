import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome } from '../shared/contract/failure.ts';
import type { HostPort } from './bridge/context.ts';
import type { PrintPort } from './export/printPort.ts';
import { openReader } from './ingest/readInWorker.ts';
import { type LibraryPlaces, type ServedLibrary, serveLibrary } from './library/serve.ts';
import type { FromWorker, ToWorker } from './library/workerMessages.ts';

/**
 * The library's own thread: store, search, reading and analysing run here, so that the main process
 * stays free for the window. Dialogs and printing are asked of main.
 */
const port = parentPort;
if (port === null) throw new Error('the library worker is started by main');

const NOT_OPEN: Outcome<never> = {
  ok: false,
  failure: {
    code: 'library-not-open',
    message: '资料库没能打开，没有改动任何内容。请关闭窗口后重试；仍不行请保留资料库文件夹备查。',
  },
};

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
  chooseFilesToOpen: async () =>
    (await askMain('chooseFilesToOpen', null)) as Awaited<
      ReturnType<HostPort['chooseFilesToOpen']>
    >,
  chooseFileToSave: async (suggestion) =>
    (await askMain('chooseFileToSave', suggestion)) as string | null,
};

const print: PrintPort = {
  print: async (job) => (await askMain('print', job)) as Uint8Array,
};

const served = open();

function open(): ServedLibrary | null {
  try {
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
    send({ type: 'ready' });
    return library;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    send({ type: 'failed', code });
    return null;
  }
}

port.on('message', async (message: ToWorker) => {
  if (message.type === 'answer') {
    const answer = pending.get(message.call);
    pending.delete(message.call);
    if (message.error === undefined) answer?.resolve(message.value);
    else answer?.reject(new Error(message.error));
    return;
  }
  if (message.type === 'close') {
    await served?.close();
    send({ type: 'closed' });
    return;
  }
  const outcome = (await served?.dispatch(message.name, message.input)) ?? NOT_OPEN;
  send({ type: 'outcome', request: message.request, outcome });
});
