import { Index, type StorageInterface } from 'flexsearch';
import { cutBigrams } from '../../shared/text/clauses.ts';
import {
  decodePostings,
  type PairPostings,
  type PostingBytes,
  type SegmentStore,
} from './segments.ts';
import { keepCommon, sortedAndUnique } from './sorted.ts';

/** Ends every clause in the index, so that its last character has a pair too and is found on its own. */
const CLAUSE_END = '\0';

const NOTHING = new Int32Array(0);

/** What FlexSearch keeps in memory between `add` and `commit`: term → [clause numbers]. */
interface PendingTerms {
  map: Map<string, number[][]>;
  reg: Set<number>;
}

/**
 * The terms of a run. FlexSearch asks its storage for a lone term through a promise, and for several at
 * once directly, so a lone term is given twice; in a clause it counts once all the same.
 */
function encode(run: string): string[] {
  const terms = cutBigrams(run);
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? [only, only] : terms;
}

function pairOf(term: string): number {
  return term.charCodeAt(0) * 0x1_0000 + term.charCodeAt(1);
}

function totalLength(parts: readonly PostingBytes[]): number {
  let length = 0;
  for (const part of parts) length += part.bytes.length;
  return length;
}

/**
 * A clause index that holds this few candidates is not narrowed any further: reading their text costs
 * less than decoding the longer lists.
 */
const FEW_CANDIDATES = 64;

/**
 * FlexSearch's storage on our own tables. FlexSearch calls `commit` with the terms it has gathered, and
 * `search` with the encoded terms of a query, and hands on what they return without waiting. So a search
 * needs no turn of the event loop, and a document is indexed inside the caller's synchronous transaction.
 */
class ClauseStorage {
  readonly db = null;
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
    if (first.length === 1) {
      // The lists of one character overlap: 发展 and 发放 may stand in the same clause.
      return sortedAndUnique(decodePostings(this.#segments.readStartingWith(first.charCodeAt(0))));
    }
    const lists: { parts: PostingBytes[]; length: number }[] = [];
    for (const term of new Set(terms)) {
      const parts = this.#segments.read(pairOf(term));
      if (parts.length === 0) return NOTHING;
      lists.push({ parts, length: totalLength(parts) });
    }
    lists.sort((left, right) => left.length - right.length);
    let common: Int32Array | undefined;
    for (const { parts } of lists) {
      if (common === undefined) common = decodePostings(parts);
      else if (common.length <= FEW_CANDIDATES) break;
      else common = keepCommon(common, decodePostings(parts));
    }
    return common ?? NOTHING;
  }
}

/** FlexSearch over clauses: which clauses may contain a run of characters? */
export class ClauseIndex {
  readonly #index: Index<false, StorageInterface>;
  readonly #storage: ClauseStorage;

  constructor(segments: SegmentStore) {
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

  /**
   * The numbers of all clauses that may contain a run, ascending: every clause that does, and a few that
   * have its pairs in another order.
   */
  search(run: string): Int32Array {
    let found: Int32Array | undefined;
    const answer: unknown = this.#index.search(run, { limit: 1 });
    if (answer instanceof Int32Array) found = answer;
    if (found === undefined) throw new Error('FlexSearch did not answer through its storage');
    return found;
  }
}
