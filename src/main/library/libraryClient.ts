import { Worker } from 'node:worker_threads';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Outcome } from '../../shared/contract/failure.ts';
import type { HostPort, WantedFiles } from '../bridge/context.ts';
import type { Dispatch } from '../bridge/dispatch.ts';
import type { PrintJob, PrintPort } from '../export/printPort.ts';
import type { LibraryPlaces } from './serve.ts';
import type { FromWorker, ToWorker } from './workerMessages.ts';

export interface LibraryClient {
  dispatch: Dispatch;
  /** The person opened a backup or package by a double click: they are asked what to do with it. */
  offerFile(path: string): void;
  /** Writes everything out and ends the thread. */
  close(): Promise<void>;
}

const LOST: Outcome<never> = {
  ok: false,
  failure: {
    code: 'library-stopped',
    message: '资料库线程意外停止。已保存的内容都在；请关闭窗口后重新打开。',
  },
};

/** Main's end of the library's thread. */
export function startLibrary(
  workerFile: string,
  places: LibraryPlaces,
  ports: HostPort & PrintPort,
  onEvent: (event: LibraryEvent) => void,
): LibraryClient {
  const worker = new Worker(workerFile, { workerData: places });
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  let lastRequest = 0;
  let stopped = false;
  const closed = Promise.withResolvers<void>();

  const send = (message: ToWorker) => worker.postMessage(message);
  const stop = () => {
    stopped = true;
    for (const settle of waiting.values()) settle(LOST);
    waiting.clear();
    closed.resolve();
  };
  worker.on('error', stop);
  worker.on('exit', stop);
  worker.on('message', async (message: FromWorker) => {
    switch (message.type) {
      case 'outcome':
        waiting.get(message.request)?.(message.outcome);
        waiting.delete(message.request);
        return;
      case 'event':
        return onEvent(message.event);
      case 'closed':
        return closed.resolve();
      case 'ask':
        return send({ type: 'answer', call: message.call, ...(await answer(ports, message)) });
    }
  });

  return {
    dispatch: (name, input) => {
      if (stopped) return Promise.resolve(LOST);
      lastRequest += 1;
      const request = lastRequest;
      return new Promise((resolve) => {
        waiting.set(request, resolve);
        send({ type: 'request', request, name, input });
      });
    },
    offerFile: (path) => {
      if (!stopped) send({ type: 'offer', path });
    },
    close: async () => {
      if (!stopped) send({ type: 'close' });
      await closed.promise;
      await worker.terminate();
    },
  };
}

/** Does what the library's thread cannot do itself. Never throws: the error goes back to who asked. */
async function answer(
  ports: HostPort & PrintPort,
  { method, argument }: Extract<FromWorker, { type: 'ask' }>,
): Promise<{ value: unknown } | { error: string }> {
  try {
    switch (method) {
      case 'chooseFilesToOpen':
        return { value: await ports.chooseFilesToOpen(argument as WantedFiles) };
      case 'chooseFileToSave':
        return {
          value: await ports.chooseFileToSave(argument as { name: string; extension: string }),
        };
      case 'chooseFolder':
        return { value: await ports.chooseFolder() };
      case 'preparePrint':
        return { value: ports.prepare?.() };
      case 'print':
        return { value: await ports.print(argument as PrintJob) };
      case 'stopPrint':
        return { value: ports.stop?.() };
      case 'releasePrint':
        return { value: ports.release?.() };
      default:
        return { error: `main has no ${method}` };
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
