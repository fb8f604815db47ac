/** Which pairs of neighbouring characters reports know. */
export interface CharacterPairs {
  /** Whether the UTF-16 units stand next to each other anywhere in the texts the pairs were learned from. */
  knows(first: number, second: number): boolean;
}

/** @param pairs each first character with all that are known to follow it, one behind the other. */
export function compilePairs(pairs: Readonly<Record<string, string>>): CharacterPairs {
  // One bit a pair: figures ask for every character in front of them. Characters of many pairs stand first, so that
  // nearly all questions fall into one corner of the rows.
  const followed = new Map<number, number>();
  for (const followers of Object.values(pairs)) {
    for (let at = 0; at < followers.length; at += 1) {
      const code = followers.charCodeAt(at);
      followed.set(code, (followed.get(code) ?? 0) + 1);
    }
  }
  const columns = [...followed].sort(([, few], [, many]) => many - few).map(([code]) => code);
  const rows = Object.entries(pairs)
    .sort(([, few], [, many]) => many.length - few.length)
    .map(([first]) => first.charCodeAt(0));
  // Of each character its row, in the upper half, and its column; from 1 on.
  const places = new Uint32Array(0x10000);
  for (const [at, code] of rows.entries()) places[code] = (at + 1) << 16;
  for (const [at, code] of columns.entries()) places[code] = (places[code] as number) | (at + 1);
  const stride = (columns.length + 8) >> 3;
  const bits = new Uint8Array((rows.length + 1) * stride);
  const rowOf = (code: number) => (places[code] as number) >>> 16;
  const columnOf = (code: number) => (places[code] as number) & 0xffff;
  const byteOf = (row: number, column: number) => row * stride + (column >> 3);
  for (const [first, followers] of Object.entries(pairs)) {
    const row = rowOf(first.charCodeAt(0));
    for (let at = 0; at < followers.length; at += 1) {
      const column = columnOf(followers.charCodeAt(at));
      const byte = byteOf(row, column);
      bits[byte] = (bits[byte] as number) | (1 << (column & 7));
    }
  }
  return {
    knows(first, second) {
      const row = rowOf(first);
      const column = columnOf(second);
      // Row and column 0 are those of characters that are in no pair: none of their bits is set.
      return ((bits[byteOf(row, column)] as number) & (1 << (column & 7))) !== 0;
    },
  };
}
