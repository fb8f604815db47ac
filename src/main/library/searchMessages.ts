import type { Outcome } from '../../shared/contract/failure.ts';
import type { SearchQuestion } from '../bridge/handlers/searchQuestions.ts';
import type { LibraryPlaces } from './serve.ts';

export interface SearchWorkerData {
  places: LibraryPlaces;
  /** One 32-bit number that both threads see: the turn of the newest query. */
  latest: SharedArrayBuffer;
}

/** What main says to the thread of searching. */
export type ToSearchWorker =
  /** A turn that is not the latest has been overtaken; null cannot be. */
  | { type: 'ask'; request: number; name: SearchQuestion; input: unknown; turn: number | null }
  | { type: 'release' };

/** What the thread of searching says to main. */
export type FromSearchWorker =
  | { type: 'outcome'; request: number; outcome: Outcome<unknown> | null }
  | { type: 'released' };
