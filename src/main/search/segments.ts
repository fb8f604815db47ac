import type { Connection } from '../store/connection.ts';
import type { EntryTable } from './entries.ts';
import type { SegmentExtent } from './merge.ts';
import { ByteReader, ByteWriter, readGaps, writeGaps } from './varint.ts';

/** Pairs of UTF-16 units with their ascending clause numbers. The pair is first × 65536 + second. */
export interface PairPostings {
  pair: number;
  clauses: ArrayLike<number>;
}

/** The bytes of one term in one segment; gaps counted from `base`. */
export interface PostingBytes {
  base: number;
  bytes: Uint8Array;
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
    for (const { segment, firstClause, small } of this.#segments) {
      if (small === null) {
        const bytes = this.#selectPosting.get(segment * SEGMENT_STEP + pair);
        if (bytes !== undefined) found.push({ base: firstClause, bytes });
        continue;
      }
      const at = lowerBound(small.pairs, pair);
      if (small.pairs[at] === pair) found.push({ base: firstClause, bytes: bytesOf(small, at) });
    }
    return found;
  }

  /** The bytes of every pair that begins with one UTF-16 unit, segment by segment. */
  readStartingWith(unit: number): PostingBytes[] {
    const found: PostingBytes[] = [];
    const from = unit * 0x1_0000;
    for (const { segment, firstClause, small } of this.#segments) {
      if (small === null) {
        const key = segment * SEGMENT_STEP + from;
        for (const [, bytes] of this.#selectPostings.iterate(key, key + 0x1_0000)) {
          found.push({ base: firstClause, bytes });
        }
        continue;
      }
      for (let at = lowerBound(small.pairs, from); at < small.pairs.length; at++) {
        if ((small.pairs[at] as number) >= from + 0x1_0000) break;
        found.push({ base: firstClause, bytes: bytesOf(small, at) });
      }
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
      for (const source of sources) this.#collect(source, from, from + PAIRS_AT_ONCE, lists);
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

  #collect(source: Segment, from: number, to: number, lists: Map<number, PostingBytes[]>): void {
    const add = (pair: number, bytes: Uint8Array) => {
      const parts = lists.get(pair) ?? [];
      parts.push({ base: source.firstClause, bytes });
      lists.set(pair, parts);
    };
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

/** Clause numbers of segments in ascending order, decoded into one array. */
export function decodePostings(parts: readonly PostingBytes[]): Int32Array {
  let bytes = 0;
  for (const part of parts) bytes += part.bytes.length;
  const clauses = new Int32Array(bytes);
  let filled = 0;
  for (const part of parts) filled = readGaps(part.bytes, part.base, clauses, filled);
  return clauses.subarray(0, filled);
}

/** Keeps the clauses that belong to an entry. Shortens `clauses` in place. */
function keepLive(clauses: Int32Array, entries: EntryTable): Int32Array {
  let kept = 0;
  let entry = 0;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as number;
    while (entry < entries.count && (entries.endClause[entry] as number) <= clause) entry++;
    if (entry === entries.count) break;
    if ((entries.firstClause[entry] as number) <= clause) clauses[kept++] = clause;
  }
  return clauses.subarray(0, kept);
}
