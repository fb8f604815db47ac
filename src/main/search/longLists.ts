/*
 * Lists of common words: a byte that says so, then seven bits of a gap a byte, the lowest first.
 *
 * They are read a stretch at a time. A stretch stays in the nearest cache; and a short loop that is called
 * often is compiled well after a few lists, a long one that is called now and then only after dozens.
 */

export const LONG_LIST_HEADER = 0xff;

const STRETCH = 4096;
const MOST_BYTES_A_GAP = 5;

/** The bytes of the stretch in hand. */
export const bytes = new Uint8Array(STRETCH + 8);
/** The same memory, four bytes at once; little-endian, as every machine that Electron runs on. */
export const fours = new Int32Array(bytes.buffer);

/** A bit for each of four bytes that is followed by another of its gap. */
export const FOLLOWED = 0x8080_8080 | 0;

/** Where fewer than one byte in so many is followed by another of its gap, four gaps are read at once. */
const SELDOM = 14;
const SAMPLE = 512;

/** Whether nearly all gaps of a long list take one byte: those of a very common word. */
export function hasShortGaps([list]: readonly Uint8Array[]): boolean {
  if (list?.[0] !== LONG_LIST_HEADER) return false;
  const sampled = Math.min(list.length, SAMPLE);
  let longer = 0;
  for (let i = 1; i < sampled; i++) longer += (list[i] as number) >>> 7;
  return longer * SELDOM < sampled;
}

/**
 * Takes stretch after stretch of a list in hand, and tells how many bytes it has. Every stretch ends with
 * a gap, wherever the list was cut into blocks.
 */
export function eachStretch(blocks: readonly Uint8Array[], read: (length: number) => void): void {
  let carried = 0;
  let from = 1;
  for (const block of blocks) {
    while (from < block.length) {
      const to = Math.min(from + STRETCH, block.length);
      bytes.set(block.subarray(from, to), carried);
      const length = carried + to - from;
      let whole = length;
      while ((bytes[whole - 1] as number) > 0x7f && length - whole < MOST_BYTES_A_GAP) whole--;
      read(whole);
      bytes.copyWithin(0, whole, length);
      carried = length - whole;
      from = to;
    }
    from = 0;
  }
}

/** Decodes a long list into `target` from index `at`; answers the index behind the last number written. */
export function readLongList(
  blocks: readonly Uint8Array[],
  base: number,
  target: Int32Array,
  at: number,
): number {
  const read = hasShortGaps(blocks) ? readShortGaps : readMixedGaps;
  let previous = base;
  let filled = at;
  eachStretch(blocks, (length) => {
    if (length === 0) return;
    filled = read(length, previous, target, filled);
    previous = target[filled - 1] as number;
  });
  return filled;
}

function readShortGaps(length: number, base: number, target: Int32Array, at: number): number {
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
function readMixedGaps(length: number, base: number, target: Int32Array, at: number): number {
  let previous = base;
  let filled = at;
  let gap = 0;
  let shift = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    const goesOn = byte >>> 7;
    gap |= (byte & 0x7f) << shift;
    previous = (previous + (gap & (goesOn - 1))) | 0;
    target[filled] = previous;
    filled = (filled + 1 - goesOn) | 0;
    gap &= -goesOn;
    shift = (shift + 7) & -goesOn;
  }
  return filled;
}
