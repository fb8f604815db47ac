/** Which pairs of neighbouring characters reports know. */
export interface CharacterPairs {
  /** Whether the UTF-16 units stand next to each other anywhere in the texts the pairs were learned from. */
  knows(first: number, second: number): boolean;
}

/** @param pairs each first character with all that are known to follow it, one behind the other. */
export function compilePairs(pairs: Readonly<Record<string, string>>): CharacterPairs {
  // One bit a pair: figures ask for every character in front of them.
  const rows = new Uint16Array(0x10000);
  const columns = new Uint16Array(0x10000);
  let height = 1;
  let width = 1;
  const numberOf = (numbers: Uint16Array, code: number, next: number) => {
    if (numbers[code] !== 0) return next;
    numbers[code] = next;
    return next + 1;
  };
  for (const [first, followers] of Object.entries(pairs)) {
    height = numberOf(rows, first.charCodeAt(0), height);
    for (let at = 0; at < followers.length; at += 1) {
      width = numberOf(columns, followers.charCodeAt(at), width);
    }
  }
  const stride = (width + 7) >> 3;
  const bits = new Uint8Array(height * stride);
  const byteOf = (row: number, column: number) => row * stride + (column >> 3);
  for (const [first, followers] of Object.entries(pairs)) {
    const row = rows[first.charCodeAt(0)] as number;
    for (let at = 0; at < followers.length; at += 1) {
      const column = columns[followers.charCodeAt(at)] as number;
      const byte = byteOf(row, column);
      bits[byte] = (bits[byte] as number) | (1 << (column & 7));
    }
  }
  return {
    knows(first, second) {
      const row = rows[first] as number;
      const column = columns[second] as number;
      // Row and column 0 are those of characters that are in no pair: none of their bits is set.
      return ((bits[byteOf(row, column)] as number) & (1 << (column & 7))) !== 0;
    },
  };
}
