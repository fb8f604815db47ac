import type { ByteWriter } from './varint.ts';

/*
 * Ascending numbers as gaps, in one of two forms.
 *
 * Short lists are a stream of bits, after Golomb and Rice: five bits say how many low bits k a gap has;
 * each gap is its high part in unary, zeros ended by a one, and its k low bits. Against whole bytes a
 * fifth of the index is saved. The last byte is filled with zeros, which begin a gap that never ends. A
 * gap far out of scale is ESCAPE zeros, a one, and thirty bits.
 *
 * Long lists, those of common words, are whole bytes behind a first byte of their own: seven bits of the
 * gap a byte, the lowest first. They are few, but most of the time of a search goes into reading them,
 * and bytes are read three times as fast.
 */

const LONG_LIST = 2048;
const LONG_LIST_HEADER = 0xff;

const HEADER_BITS = 5;
const MOST_LOW_BITS = 24;
const ESCAPE = 24;
const ESCAPED_BITS = 30;

/** Collects bits, the first one highest. */
class BitWriter {
  readonly #writer: ByteWriter;
  #byte = 0;
  #free = 8;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  /** @param count up to 31 */
  write(value: number, count: number): void {
    let left = count;
    while (left > 0) {
      const taken = Math.min(left, this.#free);
      const part = (value >>> (left - taken)) & ((1 << taken) - 1);
      this.#byte |= part << (this.#free - taken);
      this.#free -= taken;
      left -= taken;
      if (this.#free === 0) this.finish();
    }
  }

  finish(): void {
    if (this.#free === 8) return;
    this.#writer.writeByte(this.#byte);
    this.#byte = 0;
    this.#free = 8;
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

/** More numbers than this are not in the bytes. */
export function mostGaps(bytes: Uint8Array): number {
  if (bytes[0] === LONG_LIST_HEADER) return bytes.length - 1;
  const lowBits = (bytes[0] ?? 0) >>> (8 - HEADER_BITS);
  return Math.floor((bytes.length * 8 - HEADER_BITS) / (lowBits + 1)) + 1;
}

/**
 * Decodes gaps into `target` from index `at`.
 * @returns the index behind the last number written.
 */
export function readGaps(bytes: Uint8Array, base: number, target: Int32Array, at: number): number {
  if (bytes[0] !== LONG_LIST_HEADER) return readBits(bytes, base, target, at);
  return hasShortGaps(bytes)
    ? readShortGaps(bytes, base, target, at)
    : readMixedGaps(bytes, base, target, at);
}

/** Where fewer than one byte in so many is followed by another of its gap, four gaps are read at once. */
const SELDOM = 12;
const SAMPLE = 512;

/** Whether nearly all gaps of a long list take one byte: those of a very common word. */
export function hasShortGaps(bytes: Uint8Array): boolean {
  if (bytes[0] !== LONG_LIST_HEADER) return false;
  const sampled = Math.min(bytes.length, SAMPLE);
  let longer = 0;
  for (let i = 1; i < sampled; i++) longer += (bytes[i] as number) >>> 7;
  return longer * SELDOM < sampled;
}

/** The bytes of a long list, and the same memory four at once, the first one lowest; kept for the next. */
export interface FourAtOnce {
  bytes: Uint8Array;
  /** Little-endian, as every machine that Electron runs on. */
  fours: Int32Array;
  /** Bytes of the list. */
  length: number;
}

let scratch = fourAtOnce(1 << 16);

function fourAtOnce(capacity: number): FourAtOnce {
  const bytes = new Uint8Array(capacity);
  return { bytes, fours: new Int32Array(bytes.buffer), length: 0 };
}

/** Lays out a long list so that four gaps are read at once. Valid until the next call. */
export function layOut(bytes: Uint8Array): FourAtOnce {
  const length = bytes.length - 1;
  if (scratch.bytes.length < length) scratch = fourAtOnce(2 ** Math.ceil(Math.log2(length)));
  scratch.bytes.set(bytes.subarray(1));
  scratch.length = length;
  return scratch;
}

/** A bit for each of four bytes that is followed by another of its gap. */
export const FOLLOWED = 0x8080_8080 | 0;

function readShortGaps(list: Uint8Array, base: number, target: Int32Array, at: number): number {
  const { bytes, fours, length } = layOut(list);
  let previous = base;
  let filled = at;
  const whole = length >>> 2;
  for (let i = 0; i < length; ) {
    if ((i & 3) === 0) {
      let word = i >>> 2;
      for (; word < whole; word++) {
        const four = fours[word] as number;
        if ((four & FOLLOWED) !== 0) break;
        const one = (previous + (four & 0xff)) | 0;
        const two = (one + ((four >>> 8) & 0xff)) | 0;
        const three = (two + ((four >>> 16) & 0xff)) | 0;
        previous = (three + (four >>> 24)) | 0;
        target[filled] = one;
        target[filled + 1] = two;
        target[filled + 2] = three;
        target[filled + 3] = previous;
        filled = (filled + 4) | 0;
      }
      i = word << 2;
      if (i >= length) break;
    }
    let gap = 0;
    let shift = 0;
    let byte = 0x80;
    for (; byte > 0x7f; shift += 7) {
      byte = bytes[i++] as number;
      gap |= (byte & 0x7f) << shift;
    }
    previous = (previous + gap) | 0;
    target[filled++] = previous;
  }
  return filled;
}

/** Written without a branch on the byte: where gaps of one byte and of two alternate, none is guessed. */
function readMixedGaps(bytes: Uint8Array, base: number, target: Int32Array, at: number): number {
  const length = bytes.length;
  let previous = base;
  let filled = at;
  let gap = 0;
  let shift = 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[i] as number;
    const goesOn = byte >>> 7;
    gap |= (byte & 0x7f) << shift;
    previous += gap & (goesOn - 1);
    target[filled] = previous;
    filled += 1 - goesOn;
    gap &= -goesOn;
    shift = (shift + 7) & -goesOn;
  }
  return filled;
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
