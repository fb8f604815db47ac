import { LONG_LIST_HEADER, readLongList } from './longLists.ts';
import type { ByteWriter } from './varint.ts';

/*
 * Ascending numbers as gaps, in one of two forms.
 *
 * Short lists are a stream of bits, after Golomb and Rice: five bits say how many low bits k a gap has;
 * each gap is its high part in unary, zeros ended by a one, and its k low bits. Against whole bytes a
 * fifth of the index is saved. The last byte is filled with zeros, which begin a gap that never ends. A
 * gap far out of scale is ESCAPE zeros, a one, and thirty bits.
 *
 * Long lists, those of common words, are whole bytes: see longLists.ts. They are few, but most of the
 * time of a search goes into reading them, and bytes are read three times as fast.
 */

const LONG_LIST = 2048;

const HEADER_BITS = 5;
const MOST_LOW_BITS = 24;
const ESCAPE = 24;
const ESCAPED_BITS = 30;

/** Collects bits, the first one highest. */
class BitWriter {
  readonly #writer: ByteWriter;
  /** The last `#waiting` bits of it are not written yet; those above are. */
  #held = 0;
  #waiting = 0;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  /** @param count up to 31 */
  write(value: number, count: number): void {
    if (count > 24) {
      // With those that wait they would not all be held.
      this.write(value >>> 16, count - 16);
      this.write(value, 16);
      return;
    }
    this.#held = (this.#held << count) | (value & ((1 << count) - 1));
    this.#waiting += count;
    while (this.#waiting >= 8) {
      this.#waiting -= 8;
      this.#writer.writeByte((this.#held >>> this.#waiting) & 0xff);
    }
  }

  finish(): void {
    if (this.#waiting > 0) this.write(0, 8 - this.#waiting);
  }
}

/** The low bits that suit the mean gap: as many as ln 2 of it takes. */
function lowBitsFor(clauses: ArrayLike<number>, base: number): number {
  const last = (clauses[clauses.length - 1] ?? base) - base;
  const typical = (last / Math.max(1, clauses.length)) * Math.LN2;
  return Math.min(MOST_LOW_BITS, Math.max(0, Math.floor(Math.log2(typical + 1))));
}

/** Appends ascending numbers as gaps, the first one counted from `base`. */
export function writeGaps(writer: ByteWriter, clauses: ArrayLike<number>, base: number): void {
  if (clauses.length >= LONG_LIST) {
    writer.writeByte(LONG_LIST_HEADER);
    let before = base;
    for (let i = 0; i < clauses.length; i++) {
      writer.writeVarint((clauses[i] as number) - before);
      before = clauses[i] as number;
    }
    return;
  }
  const bits = new BitWriter(writer);
  const lowBits = lowBitsFor(clauses, base);
  bits.write(lowBits, HEADER_BITS);
  let previous = base;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as number;
    const gap = clause - previous;
    const high = gap >>> lowBits;
    if (high < ESCAPE) {
      bits.write(1, high + 1);
      bits.write(gap, lowBits);
    } else {
      bits.write(1, ESCAPE + 1);
      bits.write(gap, ESCAPED_BITS);
    }
    previous = clause;
  }
  bits.finish();
}

/** More numbers than this are not in the blocks of a list. */
export function mostGaps(blocks: readonly Uint8Array[]): number {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const header = blocks[0]?.[0] ?? 0;
  if (header === LONG_LIST_HEADER) return length - 1;
  const lowBits = header >>> (8 - HEADER_BITS);
  return Math.floor((length * 8 - HEADER_BITS) / (lowBits + 1)) + 1;
}

/**
 * Decodes the gaps of a list, which may be cut into blocks anywhere, into `target` from index `at`.
 * @returns the index behind the last number written.
 */
export function readGaps(
  blocks: readonly Uint8Array[],
  base: number,
  target: Int32Array,
  at: number,
): number {
  const [first] = blocks;
  if (first === undefined) return at;
  if (first[0] === LONG_LIST_HEADER) return readLongList(blocks, base, target, at);
  return readBits(blocks.length === 1 ? first : Buffer.concat(blocks), base, target, at);
}

function readBits(bytes: Uint8Array, base: number, target: Int32Array, at: number): number {
  const length = bytes.length;
  const header = bytes[0] ?? 0;
  const lowBits = header >>> (8 - HEADER_BITS);
  // Bits read and not yet used stand at the top of `held`.
  let held = header << (24 + HEADER_BITS);
  let count = 8 - HEADER_BITS;
  let next = 1;
  let high = 0;
  let previous = base;
  let filled = at;
  for (;;) {
    while (count <= 24 && next < length) {
      held |= (bytes[next++] as number) << (24 - count);
      count += 8;
    }
    const zeros = Math.clz32(held);
    if (zeros >= count) {
      if (next === length) return filled;
      high += count;
      held = 0;
      count = 0;
      continue;
    }
    high += zeros;
    held = (held << zeros) << 1;
    count -= zeros + 1;
    let low = 0;
    let wanted = high === ESCAPE ? ESCAPED_BITS : lowBits;
    while (wanted > 0) {
      while (count <= 24 && next < length) {
        held |= (bytes[next++] as number) << (24 - count);
        count += 8;
      }
      const taken = Math.min(wanted, 24);
      low = (low << taken) | (held >>> (32 - taken));
      held <<= taken;
      count -= taken;
      wanted -= taken;
    }
    previous += high === ESCAPE ? low : (high << lowBits) | low;
    high = 0;
    target[filled++] = previous;
  }
}
