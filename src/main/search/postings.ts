import { mostGaps, readGaps } from './gaps.ts';
import { keepCommon } from './sorted.ts';

/** One term in one segment: ascending clause numbers as gaps, counted from `base`, in blocks as stored. */
export interface PostingBytes {
  base: number;
  blocks: readonly Uint8Array[];
}

/** Clause numbers of segments that follow each other, decoded into one ascending array. */
export function decodePostings(parts: readonly PostingBytes[]): Int32Array {
  return decodeInto(new Int32Array(mostPostings(parts)), parts);
}

let scratch = new Int32Array(1 << 16);

/** The same, valid until the next call: new memory would be cleared first. */
export function decodeScratch(parts: readonly PostingBytes[]): Int32Array {
  const most = mostPostings(parts);
  if (scratch.length < most) scratch = new Int32Array(2 ** Math.ceil(Math.log2(most)));
  return decodeInto(scratch, parts);
}

/** Keeps the clauses that are in the postings too; shortens `clauses` in place. */
export function keepPosted(clauses: Int32Array, parts: readonly PostingBytes[]): Int32Array {
  return keepCommon(clauses, decodeScratch(parts));
}

/** More clauses than this are not in the postings. */
export function mostPostings(parts: readonly PostingBytes[]): number {
  return parts.reduce((most, { blocks }) => most + mostGaps(blocks), 0);
}

function decodeInto(target: Int32Array, parts: readonly PostingBytes[]): Int32Array {
  let filled = 0;
  for (const part of parts) filled = readGaps(part.blocks, part.base, target, filled);
  return target.subarray(0, filled);
}

/**
 * The clause numbers that occur in any of the lists, which may overlap, ascending; and, asked for on its
 * own, in how many lists those occur that occur in several.
 */
export function unitePostings(parts: readonly PostingBytes[]): {
  clauses: Int32Array;
  several: () => Map<number, number>;
} {
  const decoded = decodePostings(parts);
  let lowest = decoded[0] ?? 0;
  let highest = lowest;
  for (let i = 0; i < decoded.length; i++) {
    const clause = decoded[i] as number;
    if (clause < lowest) lowest = clause;
    else if (clause > highest) highest = clause;
  }
  const marks = new Int32Array(((highest - lowest) >>> 5) + 1);
  for (let i = 0; i < decoded.length; i++) {
    const at = (decoded[i] as number) - lowest;
    marks[at >>> 5] = (marks[at >>> 5] as number) | (1 << (at & 31));
  }
  const clauses = new Int32Array(decoded.length);
  let filled = 0;
  for (let word = 0; word < marks.length; word++) {
    for (let rest = marks[word] as number; rest !== 0; rest &= rest - 1) {
      clauses[filled++] = lowest + word * 32 + 31 - Math.clz32(rest & -rest);
    }
  }
  const several = () => {
    const once = new Int32Array(marks.length);
    const counts = new Map<number, number>();
    for (let i = 0; i < decoded.length; i++) {
      const clause = decoded[i] as number;
      const word = (clause - lowest) >>> 5;
      const bit = 1 << ((clause - lowest) & 31);
      if (((once[word] as number) & bit) === 0) once[word] = (once[word] as number) | bit;
      else counts.set(clause, (counts.get(clause) ?? 1) + 1);
    }
    return counts;
  };
  return { clauses: clauses.subarray(0, filled), several };
}
