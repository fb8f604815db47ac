import type { LibraryEvent } from '../../../shared/contract/events.ts';
import type { Outcome } from '../../../shared/contract/failure.ts';
import type { Input, Output, RouteName } from '../../../shared/contract/routes.ts';
import { keepAnswer, questionKey, readAnswer } from './answers.ts';

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

/** Questions asked before anything was drawn, by `questionKey`, until the first screen stands. */
const early = new Map<string, Promise<Outcome<unknown>>>();

/** Megabytes at the size of a province: one answer serves all who ask, until the library changes. */
const LASTING = questionKey('reports.list', {});

/**
 * Asks what the first screen will ask, while the window is still loading its own code. Until
 * `forgetEarly` whoever asks the same shares the answer; a change of the library voids it. The
 * answers are kept as those of earlier questions are, so that a view draws them at its first go.
 *
 * @returns when all are answered, whatever the answers say.
 */
export async function askEarly(names: readonly RouteName[]): Promise<void> {
  onLibraryEvent((event) => event.type === 'library.changed' && early.clear());
  const asked = names.map(async (name) => {
    const key = questionKey(name, {});
    const answer = window.zhenjian.request(name, {});
    early.set(key, answer);
    const outcome = await answer;
    if (outcome.ok && early.get(key) === answer) keepAnswer(key, outcome.value);
  });
  await Promise.allSettled(asked);
}

/** True while the kept answer to a question is the one of this start: a view need not ask it again. */
export function isAnsweredEarly(key: string): boolean {
  return early.has(key) && readAnswer(key) !== undefined;
}

/** From now on every question goes to the library, but for one that is answered once for all. */
export function forgetEarly(): void {
  for (const key of early.keys()) if (key !== LASTING) early.delete(key);
}

function ask(name: RouteName, input: unknown): Promise<Outcome<unknown>> {
  const key = questionKey(name, input);
  const known = early.get(key);
  if (known !== undefined) return known;
  const answer = window.zhenjian.request(name, input);
  if (key === LASTING) {
    const forget = () => early.get(key) === answer && early.delete(key);
    early.set(key, answer);
    answer.then(({ ok }) => !ok && forget(), forget);
  }
  return answer;
}

/** Sends one request of the contract. Rejects with a RequestError, never with anything else. */
export async function request<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
  let outcome: Outcome<unknown>;
  try {
    outcome = await ask(name, input);
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
