import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Outcome } from '../../shared/contract/failure.ts';

/** What main says to the library's thread. */
export type ToWorker =
  | { type: 'request'; request: number; name: unknown; input: unknown }
  | { type: 'answer'; call: number; value?: unknown; error?: string }
  | { type: 'offer'; path: string }
  | { type: 'close' };

/** What the library's thread says to main. */
export type FromWorker =
  | { type: 'outcome'; request: number; outcome: Outcome<unknown> }
  | { type: 'ask'; call: number; method: string; argument: unknown }
  | { type: 'event'; event: LibraryEvent }
  | { type: 'closed' };
