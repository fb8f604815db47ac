import { Index, type StorageInterface } from 'flexsearch';
import { BulkPostings } from './bulkPostings.ts';
import { asClause, encode, MOST_REPETITIONS, numberOf, pairOf, repeated } from './clauseTerms.ts';
import { decodePostings, keepPosted, type PostingBytes, unitePostings } from './postings.ts';
import type { SegmentStore } from './segments.ts';
import type { TermPostings } from './smallSegment.ts';

const NOTHING = new Int32Array(0);
const NONE_SEVERAL = (): ReadonlyMap<number, number> => new Map();

/** Reading the text around a candidate costs about as much as decoding this many bytes of postings. */
const BYTES_A_CANDIDATE = 2048;
/** Where a page of the candidates is all that is read. */
const BYTES_A_CANDIDATE_OF_MANY = 64;

/** Clauses that may hold a run. */
export interface Candidates {
  /** Every clause that holds it, ascending, and a few that have its pairs in another order. */
  clauses: Int32Array;
  /** False where some pairs were left to the reader of the text. */
  narrowed: boolean;
  /** For a run of one character: how often it is followed differently in a clause, where not once. */
  several: () => ReadonlyMap<number, number>;
}

const NONE: Candidates = { clauses: NOTHING, narrowed: true, several: NONE_SEVERAL };

/** The clauses of one pair; most of the time of looking one up goes into decoding them. */
export class LonePair implements Candidates {
  readonly narrowed = true;
  readonly several = NONE_SEVERAL;
  readonly postings: readonly PostingBytes[];
  #clauses: Int32Array | undefined;

  constructor(postings: readonly PostingBytes[]) {
    this.postings = postings;
  }

  get clauses(): Int32Array {
    this.#clauses ??= decodePostings(this.postings);
    return this.#clauses;
  }
}

/** What FlexSearch keeps in memory between `add` and `commit`: term → [clause numbers]. */
interface PendingTerms {
  map: Map<string, number[][]>;
  reg: Set<number>;
}

/**
 * FlexSearch's storage on our own tables. FlexSearch calls `commit` with the terms it has gathered, and
 * `search` with the encoded terms of a query, and hands on what they return without waiting. So a search
 * needs no turn of the event loop, and a document is indexed inside the caller's synchronous transaction.
 */
class ClauseStorage {
  readonly db = null;
  /** So many bytes are decoded to spare the reading of one candidate. */
  bytesACandidate = BYTES_A_CANDIDATE;
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

  /** Tells the range of clauses of the next commit, which FlexSearch cannot pass on. */
  expect(firstClause: number, endClause: number): void {
    this.#firstClause = firstClause;
    this.#endClause = endClause;
  }

  commit(index: PendingTerms): void {
    const postings: TermPostings[] = [];
    for (const [term, [clauses]] of index.map) {
      if (clauses !== undefined) postings.push({ term: numberOf(term), clauses });
    }
    this.forget();
    postings.sort((left, right) => left.term - right.term);
    const size = postings.reduce((sum, { clauses }) => sum + 1 + clauses.length, 0);
    this.#segments.write(size, postings, this.#firstClause, this.#endClause);
  }

  forget(): void {
    this.#pending?.map.clear();
    this.#pending?.reg.clear();
  }

  search(_index: unknown, terms: readonly string[]): Candidates {
    const [first = '', ...further] = new Set(terms);
    if (first.length === 1) {
      return {
        ...unitePostings(this.#segments.readRange(...pairsFrom(first.charCodeAt(0), 0))),
        narrowed: true,
      };
    }
    if (further.length === 0) return new LonePair(this.#segments.read(numberOf(first)));
    const lists = [first, ...further].map((pair) => {
      const term = numberOf(pair);
      return { term, length: this.#segments.lengthOf(term) };
    });
    lists.sort((left, right) => left.length - right.length);
    const [rarest, ...others] = lists;
    if (rarest === undefined || rarest.length === 0) return NONE;
    let clauses = decodePostings(this.#segments.read(rarest.term));
    for (const { term, length } of others) {
      if (clauses.length === 0) break;
      if (length >= clauses.length * this.bytesACandidate) {
        return { clauses, narrowed: false, several: NONE_SEVERAL };
      }
      clauses = keepPosted(clauses, this.#segments.read(term));
    }
    return { clauses, narrowed: true, several: NONE_SEVERAL };
  }
}

/** The terms of all pairs that begin with a unit, from the first to behind the last. */
function pairsFrom(unit: number, times: number): [from: number, to: number] {
  return [repeated(pairOf(unit, 0), times), repeated(pairOf(unit + 1, 0), times)];
}

/** FlexSearch over clauses: which clauses may hold a run of characters? */
export class ClauseIndex {
  readonly #segments: SegmentStore;
  readonly #storage: ClauseStorage;
  readonly #index: Index<false, StorageInterface>;
  #bulk: BulkPostings | undefined;

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
    if (this.#bulk === undefined) this.#index.add(clause, asClause(run));
    else this.#bulk.add(clause, run);
  }

  /** From here to the next commit whole documents are added, and FlexSearch is spared the gathering. */
  startBulk(): void {
    this.#bulk = new BulkPostings();
  }

  /** Writes what was added since the last commit as one segment, inside the caller's transaction. */
  commit(firstClause: number, endClause: number): void {
    if (this.#bulk !== undefined) {
      this.#segments.write(this.#bulk.size, this.#bulk.postings(), firstClause, endClause);
      this.#bulk = undefined;
      return;
    }
    this.#storage.expect(firstClause, endClause);
    this.#index.commit();
  }

  /** Forgets what was added since the last commit: the caller's transaction is not going to happen. */
  discard(): void {
    this.#bulk = undefined;
    this.#storage.forget();
  }

  /** Forgets everything, inside the caller's transaction. */
  clear(): void {
    this.#index.clear();
  }

  /**
   * Which clauses may hold a run.
   *
   * @param forPage a few of the candidates are read whatever there are, so some more of them do no harm.
   */
  search(run: string, forPage = false): Candidates {
    this.#storage.bytesACandidate = forPage ? BYTES_A_CANDIDATE_OF_MANY : BYTES_A_CANDIDATE;
    // FlexSearch hands on what its storage answers.
    const answer: unknown = this.#index.search(run, { limit: 1 });
    if (Array.isArray(answer)) throw new Error('FlexSearch passed its storage by');
    return answer as Candidates;
  }

  /** Numbers of the clauses listed under a term of clauseTerms.ts, ascending. */
  listed(term: number): Int32Array {
    return decodePostings(this.#segments.read(term));
  }

  /** Keeps the clauses that are listed under a term; shortens `clauses` in place. */
  keepListed(clauses: Int32Array, term: number): Int32Array {
    return keepPosted(clauses, this.#segments.read(term));
  }

  /**
   * The clauses that hold a pair once more, twice more, and so on; of every pair that begins with a unit
   * where the second unit is left out, and then a number stands there as often as it has such pairs.
   */
  *repetitions(first: number, second?: number): Generator<[times: number, clauses: Int32Array]> {
    for (let times = 1; times <= MOST_REPETITIONS; times++) {
      const parts =
        second === undefined
          ? this.#segments.readRange(...pairsFrom(first, times))
          : this.#segments.read(repeated(pairOf(first, second), times));
      if (parts.length === 0) return;
      yield [times, decodePostings(parts)];
    }
  }
}
