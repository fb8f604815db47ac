import type { Connection } from '../store/connection.ts';
import { type EntryTable, keepLive } from './entries.ts';
import type { SegmentExtent } from './merge.ts';
import { decodePostings, type PostingBytes } from './postings.ts';
import { ByteReader, ByteWriter, writeGaps } from './varint.ts';

/** Pairs of UTF-16 units with their ascending clause numbers. The pair is first × 65536 + second. */
export interface PairPostings {
  pair: number;
  clauses: ArrayLike<number>;
}

interface SmallSegment {
  pairs: Uint32Array;
  /** Where the bytes of each pair end in `bytes`; they begin where those of the pair before end. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

interface Segment {
  segment: number;
  firstClause: number;
  endClause: number;
  small: SmallSegment | null;
}

/** Above this many bytes a segment gets rows of its own instead of one blob. */
const LARGEST_SMALL_SEGMENT = 64 * 1024;

/** Keys are segment × 2^32 + pair, so that the rows of a new segment are appended at the end of the tree. */
const SEGMENT_STEP = 0x1_0000_0000;

/** A merge reads the pairs of 256 first characters at a time. */
const PAIRS_AT_ONCE = 0x100_0000;

function packSmall(postings: readonly PairPostings[], base: number): Uint8Array {
  const directory = new ByteWriter();
  const lists = new ByteWriter(4096);
  let previousPair = 0;
  let previousEnd = 0;
  directory.writeVarint(postings.length);
  for (const { pair, clauses } of postings) {
    writeGaps(lists, clauses, base);
    directory.writeVarint(pair - previousPair);
    directory.writeVarint(lists.length - previousEnd);
    previousPair = pair;
    previousEnd = lists.length;
  }
  directory.writeBytes(lists.view());
  return directory.view();
}

function unpackSmall(blob: Uint8Array): SmallSegment {
  const reader = new ByteReader(blob);
  const count = reader.readVarint();
  const pairs = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let pair = 0;
  let end = 0;
  for (let i = 0; i < count; i++) {
    pair += reader.readVarint();
    end += reader.readVarint();
    pairs[i] = pair;
    ends[i] = end;
  }
  return { pairs, ends, bytes: blob.subarray(reader.at) };
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The postings of the library on SQLite. Nothing is held that the file does not say, except a decoded
 * copy of the list of segments, read again when `refresh` finds another generation.
 */
export class SegmentStore {
  readonly #connection: Connection;
  #segments: Segment[] = [];
  readonly #selectSegments;
  readonly #selectPosting;
  readonly #selectPostings;
  readonly #insertPosting;
  readonly #insertSegment;
  readonly #deleteSegment;
  readonly #deletePostings;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#selectSegments = connection
      .prepare<[], [number, number, number, Buffer | null]>(
        'SELECT segment, first_clause, end_clause, small FROM search_segment ORDER BY first_clause',
      )
      .raw();
    this.#selectPosting = connection
      .prepare<[number], Buffer>('SELECT clauses FROM search_posting WHERE key = ?')
      .pluck();
    this.#selectPostings = connection
      .prepare<[number, number], [number, Buffer]>(
        'SELECT key, clauses FROM search_posting WHERE key >= ? AND key < ? ORDER BY key',
      )
      .raw();
    this.#insertPosting = connection.prepare<[number, Uint8Array]>(
      'INSERT INTO search_posting (key, clauses) VALUES (?, ?)',
    );
    this.#insertSegment = connection.prepare<[number, number, Uint8Array | null]>(
      'INSERT INTO search_segment (first_clause, end_clause, small) VALUES (?, ?, ?)',
    );
    this.#deleteSegment = connection.prepare<[number]>(
      'DELETE FROM search_segment WHERE segment = ?',
    );
    this.#deletePostings = connection.prepare<[number, number]>(
      'DELETE FROM search_posting WHERE key >= ? AND key < ?',
    );
  }

  /** Reads the list of segments again; those already decoded are kept. */
  refresh(): void {
    const known = new Map(this.#segments.map((segment) => [segment.segment, segment]));
    this.#segments = this.#selectSegments.all().map(([segment, firstClause, endClause, small]) => {
      const before = known.get(segment);
      if (before?.firstClause === firstClause && before.endClause === endClause) return before;
      return { segment, firstClause, endClause, small: small && unpackSmall(small) };
    });
  }

  /** The bytes of one pair, in ascending order of their clauses. */
  read(pair: number): PostingBytes[] {
    const found: PostingBytes[] = [];
    for (const { segment, firstClause, endClause, small } of this.#segments) {
      let bytes: Uint8Array | undefined;
      if (small === null) bytes = this.#selectPosting.get(segment * SEGMENT_STEP + pair);
      else {
        const at = lowerBound(small.pairs, pair);
        if (small.pairs[at] === pair) bytes = bytesOf(small, at);
      }
      if (bytes !== undefined) found.push({ base: firstClause, end: endClause, bytes });
    }
    return found;
  }

  /** The bytes of every pair that begins with one UTF-16 unit, segment by segment. */
  readStartingWith(unit: number): PostingBytes[] {
    const found: PostingBytes[] = [];
    const from = unit * 0x1_0000;
    for (const segment of this.#segments) {
      const { firstClause, endClause } = segment;
      this.#collect(segment, from, from + 0x1_0000, (_pair, bytes) => {
        found.push({ base: firstClause, end: endClause, bytes });
      });
    }
    return found;
  }

  /** The segments in the order of their clauses. */
  extents(): SegmentExtent[] {
    return this.#segments.map(({ segment, firstClause, endClause, small }) => ({
      segment,
      firstClause,
      endClause,
      small: small !== null,
    }));
  }

  /**
   * Replaces neighbouring segments by one that holds only the clauses of entries, inside the caller's
   * transaction. To be followed by `refresh`.
   */
  merge(merged: readonly SegmentExtent[], entries: EntryTable): void {
    const chosen = new Set(merged.map(({ segment }) => segment));
    const sources = this.#segments.filter(({ segment }) => chosen.has(segment));
    const firstClause = sources[0]?.firstClause ?? 0;
    const endClause = sources.at(-1)?.endClause ?? 0;
    const postings: PairPostings[] = [];
    for (let from = 0; from < 0x1_0000_0000; from += PAIRS_AT_ONCE) {
      const lists = new Map<number, PostingBytes[]>();
      for (const source of sources) {
        const { firstClause: base, endClause: end } = source;
        this.#collect(source, from, from + PAIRS_AT_ONCE, (pair, bytes) => {
          const parts = lists.get(pair) ?? [];
          parts.push({ base, end, bytes });
          lists.set(pair, parts);
        });
      }
      for (const [pair, parts] of [...lists].sort(([left], [right]) => left - right)) {
        const clauses = keepLive(decodePostings(parts), entries);
        if (clauses.length > 0) postings.push({ pair, clauses });
      }
    }
    for (const { segment } of sources) {
      this.#deleteSegment.run(segment);
      this.#deletePostings.run(segment * SEGMENT_STEP, (segment + 1) * SEGMENT_STEP);
    }
    this.write(postings, firstClause, endClause);
  }

  #collect(
    source: Segment,
    from: number,
    to: number,
    add: (pair: number, bytes: Uint8Array) => void,
  ): void {
    const { small, segment } = source;
    if (small === null) {
      const key = segment * SEGMENT_STEP;
      for (const [at, bytes] of this.#selectPostings.iterate(key + from, key + to)) {
        add(at - key, bytes);
      }
      return;
    }
    for (let at = lowerBound(small.pairs, from); at < small.pairs.length; at++) {
      const pair = small.pairs[at] as number;
      if (pair >= to) break;
      add(pair, bytesOf(small, at));
    }
  }

  /** Writes a segment of postings sorted by pair, inside the caller's transaction. */
  write(postings: readonly PairPostings[], firstClause: number, endClause: number): void {
    const packed = packSmall(postings, firstClause);
    if (packed.length <= LARGEST_SMALL_SEGMENT) {
      this.#insertSegment.run(firstClause, endClause, packed);
      return;
    }
    const segment = Number(this.#insertSegment.run(firstClause, endClause, null).lastInsertRowid);
    const writer = new ByteWriter();
    for (const { pair, clauses } of postings) {
      writer.reset();
      writeGaps(writer, clauses, firstClause);
      this.#insertPosting.run(segment * SEGMENT_STEP + pair, writer.view());
    }
  }

  clear(): void {
    this.#connection.exec('DELETE FROM search_segment; DELETE FROM search_posting;');
  }
}

function bytesOf(small: SmallSegment, at: number): Uint8Array {
  const start = at === 0 ? 0 : (small.ends[at - 1] as number);
  return small.bytes.subarray(start, small.ends[at]);
}
