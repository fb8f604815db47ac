import { Index, type StorageInterface } from 'flexsearch';
import { cutBigrams } from '../../shared/text/clauses.ts';
import {
  decodePostings,
  keepPostings,
  lengthOf,
  type PostingBytes,
  unitePostings,
} from './postings.ts';
import type { PairPostings, SegmentStore } from './segments.ts';

/** Ends every clause in the index, so that its last character has a pair too and is found on its own. */
const CLAUSE_END = '\0';

/** Behind a unit of a clause: the unit occurs there more than once. No normalised text holds it. */
const REPEATED = '\u0001';

const NOTHING = new Int32Array(0);

/** Reading the text around a candidate costs about as much as decoding this many bytes of postings. */
const BYTES_A_CANDIDATE = 2048;

/** What FlexSearch keeps in memory between `add` and `commit`: term → [clause numbers]. */
interface PendingTerms {
  map: Map<string, number[][]>;
  reg: Set<number>;
}

/**
 * The terms of a run: its overlapping pairs. A whole clause, told by its end mark, also has a term for
 * every unit it repeats (see exact.ts).
 *
 * FlexSearch asks its storage for a lone term through a promise, and for several at once directly, so a
 * lone term is given twice; in a clause it counts once all the same.
 */
function encode(run: string): string[] {
  const terms = cutBigrams(run);
  if (run.endsWith(CLAUSE_END)) {
    for (let i = 1; i < run.length; i++) {
      const unit = run[i] as string;
      if (run.indexOf(unit) < i) terms.push(unit + REPEATED);
    }
  }
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? [only, only] : terms;
}

function pairOf(term: string): number {
  return term.charCodeAt(0) * 0x1_0000 + term.charCodeAt(1);
}

/**
 * FlexSearch's storage on our own tables. FlexSearch calls `commit` with the terms it has gathered, and
 * `search` with the encoded terms of a query, and hands on what they return without waiting. So a search
 * needs no turn of the event loop, and a document is indexed inside the caller's synchronous transaction.
 */
class ClauseStorage {
  readonly db = null;
  /** Whether the last search looked at every term, or stopped where reading the text is cheaper. */
  narrowed = true;
  readonly #segments: SegmentStore;
  #pending: PendingTerms | undefined;
  #firstClause = 0;
  #endClause = 0;

  constructor(segments: SegmentStore) {
    this.#segments = segments;
  }

  mount(index: object): Promise<void> {
    this.#pending = Object.assign(index, { db: this }) as unknown as PendingTerms;
    return Promise.resolve();
  }

  open(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.clear();
  }

  clear(): Promise<void> {
    this.#segments.clear();
    return Promise.resolve();
  }

  expect(firstClause: number, endClause: number): void {
    this.#firstClause = firstClause;
    this.#endClause = endClause;
  }

  commit(index: PendingTerms): void {
    const postings: PairPostings[] = [];
    for (const [term, [clauses]] of index.map) {
      if (clauses !== undefined) postings.push({ pair: pairOf(term), clauses });
    }
    this.forget();
    postings.sort((left, right) => left.pair - right.pair);
    this.#segments.write(postings, this.#firstClause, this.#endClause);
  }

  forget(): void {
    this.#pending?.map.clear();
    this.#pending?.reg.clear();
  }

  search(_index: unknown, terms: readonly string[]): Int32Array {
    const [first = ''] = terms;
    this.narrowed = true;
    if (first.length === 1) {
      return unitePostings(this.#segments.readStartingWith(first.charCodeAt(0)));
    }
    const lists: { parts: PostingBytes[]; length: number }[] = [];
    for (const term of new Set(terms)) {
      const parts = this.#segments.read(pairOf(term));
      if (parts.length === 0) return NOTHING;
      lists.push({ parts, length: lengthOf(parts) });
    }
    lists.sort((left, right) => left.length - right.length);
    const [rarest, ...others] = lists;
    let common = rarest === undefined ? NOTHING : decodePostings(rarest.parts);
    for (const { parts, length } of others) {
      if (common.length === 0) break;
      this.narrowed = length < common.length * BYTES_A_CANDIDATE;
      if (!this.narrowed) break;
      common = keepPostings(common, parts);
    }
    return common;
  }
}

/** FlexSearch over clauses: which clauses may hold a run of characters? */
export class ClauseIndex {
  readonly #segments: SegmentStore;
  readonly #storage: ClauseStorage;
  readonly #index: Index<false, StorageInterface>;

  constructor(segments: SegmentStore) {
    this.#segments = segments;
    this.#storage = new ClauseStorage(segments);
    this.#index = new Index({
      tokenize: 'strict',
      resolution: 1,
      // Without this, FlexSearch commits on a timer, outside the caller's transaction.
      commit: false,
      encode,
    });
    this.#index.mount(this.#storage);
  }

  add(clause: number, run: string): void {
    this.#index.add(clause, run + CLAUSE_END);
  }

  /** Writes what was added since the last commit as one segment, inside the caller's transaction. */
  commit(firstClause: number, endClause: number): void {
    this.#storage.expect(firstClause, endClause);
    this.#index.commit();
  }

  /** Forgets what was added since the last commit: the caller's transaction is not going to happen. */
  discard(): void {
    this.#storage.forget();
  }

  /** Forgets everything, inside the caller's transaction. */
  clear(): void {
    this.#index.clear();
  }

  /**
   * Which clauses hold a run: every one that does, ascending, and a few that have its pairs in another
   * order. `narrowed` is false where some pairs were left to the reader of the text.
   */
  search(run: string): { clauses: Int32Array; narrowed: boolean } {
    const answer: unknown = this.#index.search(run, { limit: 1 });
    if (!(answer instanceof Int32Array)) throw new Error('FlexSearch passed its storage by');
    return { clauses: answer, narrowed: this.#storage.narrowed };
  }

  /** Numbers of the clauses in which a UTF-16 unit occurs more than once, ascending. */
  clausesRepeating(unit: number): Int32Array {
    return decodePostings(this.#segments.read(unit * 0x1_0000 + REPEATED.charCodeAt(0)));
  }
}
