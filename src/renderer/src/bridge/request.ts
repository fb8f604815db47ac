import type { LibraryEvent } from '../../../shared/contract/events.ts';
import type { Outcome } from '../../../shared/contract/failure.ts';
import type { Input, Output, RouteName } from '../../../shared/contract/routes.ts';

declare global {
  interface Window {
    /** What the preload script offers: one forwarder for requests, one for events. */
    readonly zhenjian: {
      request: (name: string, input: unknown) => Promise<Outcome<unknown>>;
      onEvent: (listener: (event: LibraryEvent) => void) => () => void;
    };
  }
}

/** An expected failure of a request. The message is one Chinese sentence, fit to be shown. */
export class RequestError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
  }
}

const UNEXPECTED = '程序内部出错，这一步没有完成，资料没有改动。请重试；仍不行请重新打开本软件。';

/** Sends one request of the contract. Rejects with a RequestError, never with anything else. */
export async function request<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
  let outcome: Outcome<unknown>;
  try {
    outcome = await window.zhenjian.request(name, input);
  } catch {
    throw new RequestError('internal', UNEXPECTED);
  }
  if (!outcome.ok) throw new RequestError(outcome.failure.code, outcome.failure.message);
  return outcome.value as Output<N>;
}

/** Listens to what main tells without being asked; returns the way to stop. */
export function onLibraryEvent(listener: (event: LibraryEvent) => void): () => void {
  return window.zhenjian.onEvent(listener);
}
