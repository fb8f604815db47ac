import type { Connection } from '../store/connection.ts';
import { TERM_NUMBERS } from './clauseTerms.ts';
import { type EntryTable, keepLive } from './entries.ts';
import { writeGaps } from './gaps.ts';
import type { SegmentExtent } from './merge.ts';
import { decodePostings, type PostingBytes } from './postings.ts';
import {
  packSmall,
  type SmallSegment,
  type TermPostings,
  unpackSmall,
  visitSmall,
} from './smallSegment.ts';
import { ByteWriter } from './varint.ts';

interface Segment {
  segment: number;
  firstClause: number;
  endClause: number;
  /** Its number in the keys of search_posting; null for a small segment. */
  slot: number | null;
  small: SmallSegment | null;
  leftOut: number;
}

/** Behind this in `search_state` the number of a segment: see `SegmentExtent`. */
export const LEFT_OUT = 'left-out-of-';

/**
 * Above this many bytes a segment gets rows of its own instead of one blob. What an import stores in one
 * go stays below: its thirty thousand rows would cost more than all else of the index, and soon be merged.
 */
const LARGEST_SMALL_SEGMENT = 512 * 1024;

/**
 * Lists are cut into blocks where a page of 4096 bytes is full: SQLite moves a row that has no more room to
 * the next page, and an eighth of the index was room left over. A page holds this much of rows that are
 * appended, a row takes so much beside its block, and a larger block would spill over.
 */
const PAGE_ROOM = 4088;
const ROW_ROOM = 17;
const LARGEST_BLOCK = 4050;
/** Less room than this is left over rather than one more row read. */
const SMALLEST_CUT = 256;

/** Keys are (slot × terms + term) × blocks + block: a new segment is appended at the end of the tree. */
export const BLOCKS = 1024;
export const SLOT_STEP = TERM_NUMBERS * BLOCKS;
/**
 * One keystroke asks for the lists of its words half a dozen times: for the page, the total, the titles and
 * what stands beside. So many bytes of the last ones are kept as they are stored.
 */
const BYTES_KEPT = 4 * 1024 * 1024;

const MOST_SLOTS = Math.floor(Number.MAX_SAFE_INTEGER / SLOT_STEP);

/**
 * The postings of the library on SQLite. Nothing is held that the file does not say, except the list of
 * segments with the small ones among them, read again by `refresh`.
 */
export class SegmentStore {
  readonly #connection: Connection;
  readonly #interrupt;
  #segments: Segment[] = [];
  readonly #kept = new Map<number, PostingBytes[]>();
  #bytesKept = 0;
  readonly #selectSegments;
  readonly #selectSlots;
  readonly #countSmall;
  readonly #selectBlocks;
  readonly #sumLengths;
  readonly #selectKeys;
  readonly #selectKeyFrom;
  readonly #insertBlock;
  readonly #insertSegment;

  constructor(connection: Connection, interrupt: () => void) {
    this.#connection = connection;
    this.#interrupt = interrupt;
    this.#selectSegments = connection
      .prepare<[], [number, number, number, number | null, Buffer | null, number]>(
        `SELECT segment, first_clause, end_clause, slot, small, coalesce(value, 0)
         FROM search_segment LEFT JOIN search_state ON name = '${LEFT_OUT}' || segment
         ORDER BY first_clause`,
      )
      .raw();
    this.#selectSlots = connection
      .prepare<[], number>('SELECT slot FROM search_segment WHERE slot IS NOT NULL ORDER BY slot')
      .pluck();
    this.#countSmall = connection
      .prepare<[], number>('SELECT count(*) FROM search_segment WHERE slot IS NULL')
      .pluck();
    this.#selectBlocks = connection
      .prepare<[number, number], Buffer>(
        'SELECT clauses FROM search_posting WHERE key >= ? AND key < ? ORDER BY key',
      )
      .pluck();
    this.#sumLengths = connection
      .prepare<[number, number], number | null>(
        'SELECT sum(length(clauses)) FROM search_posting WHERE key >= ? AND key < ?',
      )
      .pluck();
    this.#selectKeys = connection
      .prepare<[number, number], [number, Buffer]>(
        'SELECT key, clauses FROM search_posting WHERE key >= ? AND key < ? ORDER BY key',
      )
      .raw();
    this.#selectKeyFrom = connection
      .prepare<[number], number>(
        'SELECT key FROM search_posting WHERE key >= ? ORDER BY key LIMIT 1',
      )
      .pluck();
    this.#insertBlock = connection.prepare<[number, Uint8Array]>(
      'INSERT INTO search_posting (key, clauses) VALUES (?, ?)',
    );
    this.#insertSegment = connection.prepare<[number, number, number | null, Uint8Array | null]>(
      'INSERT INTO search_segment (first_clause, end_clause, slot, small) VALUES (?, ?, ?, ?)',
    );
  }

  /** Reads the list of segments again; small ones already unpacked are kept. */
  refresh(): void {
    this.#forgetLists();
    const known = new Map(this.#segments.map((segment) => [segment.segment, segment]));
    this.#segments = this.#selectSegments.all().map(
      ([segment, firstClause, endClause, slot, small, leftOut]) =>
        known.get(segment) ?? {
          segment,
          firstClause,
          endClause,
          slot,
          small: small && unpackSmall(small),
          leftOut,
        },
    );
  }

  /** Forgets all segments: what was read may never have been committed. */
  forget(): void {
    this.#segments = [];
    this.#forgetLists();
  }

  #forgetLists(): void {
    this.#kept.clear();
    this.#bytesKept = 0;
  }

  /** The bytes of one term, in ascending order of their clauses. */
  read(term: number): readonly PostingBytes[] {
    this.#interrupt();
    const kept = this.#kept.get(term);
    if (kept !== undefined) return kept;
    const found = this.#readStored(term);
    this.#bytesKept += found.reduce((sum, part) => sum + storedBytes(part), 0);
    if (this.#bytesKept > BYTES_KEPT) this.#forgetLists();
    else this.#kept.set(term, found);
    return found;
  }

  #readStored(term: number): PostingBytes[] {
    const found: PostingBytes[] = [];
    for (const { firstClause: base, slot, small } of this.#segments) {
      if (slot === null) {
        if (small !== null)
          visitSmall(small, term, term + 1, (_, bytes) => found.push({ base, blocks: [bytes] }));
        continue;
      }
      const key = slot * SLOT_STEP + term * BLOCKS;
      const blocks = this.#selectBlocks.all(key, key + BLOCKS);
      if (blocks.length > 0) found.push({ base, blocks });
    }
    return found;
  }

  /** How many bytes a term has, without reading them. */
  lengthOf(term: number): number {
    const kept = this.#kept.get(term);
    if (kept !== undefined) return kept.reduce((sum, part) => sum + storedBytes(part), 0);
    let length = 0;
    for (const { slot, small } of this.#segments) {
      if (slot !== null) {
        const key = slot * SLOT_STEP + term * BLOCKS;
        length += this.#sumLengths.get(key, key + BLOCKS) ?? 0;
      } else if (small !== null) {
        visitSmall(small, term, term + 1, (_, bytes) => {
          length += bytes.length;
        });
      }
    }
    return length;
  }

  /** The bytes of all terms from `from` to below `to`, segment by segment. */
  readRange(from: number, to: number): PostingBytes[] {
    this.#interrupt();
    const found: PostingBytes[] = [];
    for (const segment of this.#segments) {
      const base = segment.firstClause;
      this.#visit(segment, from, to, (_, blocks) => found.push({ base, blocks }));
    }
    return found;
  }

  /** How many small segments the file holds now. */
  countSmall(): number {
    return this.#countSmall.get() ?? 0;
  }

  /** The segments in the order of their clauses. */
  extents(): SegmentExtent[] {
    return this.#segments.map(({ segment, firstClause, endClause, slot, leftOut }) => ({
      segment,
      firstClause,
      endClause,
      small: slot === null,
      leftOut,
    }));
  }

  /** The live postings of some segments, the terms from `from` to below `to`, sorted by term. */
  readMerged(
    chosen: ReadonlySet<number>,
    entries: EntryTable,
    from: number,
    to: number,
  ): TermPostings[] {
    const lists = new Map<number, PostingBytes[]>();
    for (const source of this.#segments) {
      if (!chosen.has(source.segment)) continue;
      const base = source.firstClause;
      this.#visit(source, from, to, (term, blocks) => {
        const parts = lists.get(term) ?? [];
        parts.push({ base, blocks });
        lists.set(term, parts);
      });
    }
    return [...lists]
      .sort(([left], [right]) => left - right)
      .map(([term, parts]) => ({ term, clauses: keepLive(decodePostings(parts), entries) }))
      .filter(({ clauses }) => clauses.length > 0);
  }

  /**
   * Writes a segment of postings sorted by term, inside the caller's transaction.
   *
   * @param size bytes that they take at least.
   */
  write(
    size: number,
    postings: Iterable<TermPostings>,
    firstClause: number,
    endClause: number,
  ): void {
    if (size <= LARGEST_SMALL_SEGMENT) {
      this.#insertSegment.run(firstClause, endClause, null, packSmall([...postings], firstClause));
      return;
    }
    const slot = this.freeSlot();
    this.#insertSegment.run(firstClause, endClause, slot, null);
    this.insertLists(slot, postings, firstClause);
  }

  /** Writes postings sorted by term under a slot, gaps counted from `firstClause`. */
  insertLists(slot: number, postings: Iterable<TermPostings>, firstClause: number): void {
    const writer = new ByteWriter();
    let room = PAGE_ROOM;
    for (const { term, clauses } of postings) {
      writer.reset();
      writeGaps(writer, clauses, firstClause);
      const bytes = writer.view();
      let key = slot * SLOT_STEP + term * BLOCKS;
      for (let at = 0; at < bytes.length; ) {
        const size = blockSize(bytes.length - at, room - ROW_ROOM);
        this.#insertBlock.run(key++, bytes.subarray(at, at + size));
        at += size;
        room = (size + ROW_ROOM > room ? PAGE_ROOM : room) - size - ROW_ROOM;
      }
    }
  }

  clear(): void {
    this.#connection.exec(
      `DELETE FROM search_segment; DELETE FROM search_posting;
       DELETE FROM search_state WHERE name GLOB '${LEFT_OUT}*'`,
    );
  }

  /** One that no segment has, and no postings are left of. */
  freeSlot(): number {
    const used = new Set(this.#selectSlots.all());
    for (let slot = 0; slot < MOST_SLOTS; slot++) {
      if (used.has(slot)) continue;
      const key = this.#selectKeyFrom.get(slot * SLOT_STEP);
      if (key === undefined || key >= (slot + 1) * SLOT_STEP) return slot;
    }
    throw new Error('the search index has too many segments');
  }

  #visit(
    { slot, small }: Segment,
    from: number,
    to: number,
    visit: (term: number, blocks: readonly Uint8Array[]) => void,
  ): void {
    if (slot === null) {
      if (small !== null) visitSmall(small, from, to, (term, bytes) => visit(term, [bytes]));
      return;
    }
    const first = slot * SLOT_STEP;
    let term = -1;
    let blocks: Buffer[] = [];
    const finish = () => {
      if (blocks.length > 0) visit(term, blocks);
    };
    for (const [key, bytes] of this.#selectKeys.iterate(
      first + from * BLOCKS,
      first + to * BLOCKS,
    )) {
      const itsTerm = Math.floor((key - first) / BLOCKS);
      if (itsTerm !== term) {
        finish();
        term = itsTerm;
        blocks = [];
      }
      blocks.push(bytes);
    }
    finish();
  }
}

/** How much of what is left of a list goes into the next row, where the page has room for so much. */
function blockSize(left: number, room: number): number {
  return Math.min(left, room < SMALLEST_CUT ? LARGEST_BLOCK : Math.min(room, LARGEST_BLOCK));
}

function storedBytes({ blocks }: PostingBytes): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}
