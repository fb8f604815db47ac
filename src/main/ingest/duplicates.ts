import { createHash } from 'node:crypto';
import { normaliseForSearch } from '../../shared/text/normalise.ts';

/** Texts at least this similar are offered as two versions of one report (same place, same year). */
export const SIMILAR_FROM = 0.6;

/** Characters of one shingle: long enough that two reports of one town share few by chance. */
const SHINGLE = 6;
/** Hashes kept: the estimate’s standard error is about 0.03 where it matters. */
const SKETCH_SIZE = 256;

const WHITE_SPACE = /\s+/g;

function comparable(text: string): string {
  return normaliseForSearch(text).replace(WHITE_SPACE, '');
}

/** What a text is told by among others. */
export interface ContentMarks {
  /**
   * SHA-256, in hex, of the text without white space and with widths of letters, digits and punctuation folded:
   * the same report in another encoding, width or spacing has the same fingerprint. One changed figure changes it.
   */
  fingerprint: string;
  /** As `sketchSimilarity` gives it. */
  sketch: string;
}

export function markContent(text: string): ContentMarks {
  const words = comparable(text);
  const fingerprint = createHash('sha256').update(words).digest('hex');
  return { fingerprint, sketch: sketchOf(words) };
}

/**
 * A compact sketch (at most 1,366 characters of base64) from which the similarity of two texts can be estimated
 * without the texts: the smallest hashes of all runs of six characters. Empty for a text shorter than that.
 */
export function sketchSimilarity(text: string): string {
  return sketchOf(comparable(text));
}

function sketchOf(words: string): string {
  const smallest = smallestHashes(words);
  const bytes = Buffer.alloc(smallest.length * 4);
  for (const [index, hash] of smallest.entries()) bytes.writeUInt32LE(hash, index * 4);
  return bytes.toString('base64');
}

/**
 * Share of six-character runs that two texts have in common (Jaccard), 0…1, estimated from their sketches.
 * A draft and its final version are near 0.9; reports of one town in successive years mostly below 0.3.
 */
export function estimateSimilarity(sketchA: string, sketchB: string): number {
  const a = readSketch(sketchA);
  const b = readSketch(sketchB);
  if (a.length === 0 || b.length === 0) return 0;
  // Of the smallest hashes of the union, how many are in both: an unbiased sample of all runs.
  let inUnion = 0;
  let inBoth = 0;
  let i = 0;
  let j = 0;
  while (inUnion < SKETCH_SIZE && (i < a.length || j < b.length)) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    if (left === right) inBoth += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
    inUnion += 1;
  }
  return inBoth / inUnion;
}

function readSketch(sketch: string): number[] {
  const bytes = Buffer.from(sketch, 'base64');
  const hashes: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) hashes.push(bytes.readUInt32LE(at));
  return hashes;
}

const BASE = 0x01000193;
/** As many hashes as there can be. */
const HASHES = 0x1_0000_0000;

/** Ascending, without repeats. */
function smallestHashes(text: string): number[] {
  const runs = text.length - SHINGLE + 1;
  if (runs <= 0) return [];
  // Twice as many as are wanted are expected below this, unless the text repeats itself.
  for (let limit = (HASHES / runs) * SKETCH_SIZE * 2; ; limit *= 8) {
    const small = Uint32Array.from(new Set(hashesBelow(limit, text))).sort();
    if (small.length < SKETCH_SIZE && limit < HASHES) continue;
    return [...small.subarray(0, SKETCH_SIZE)];
  }
}

/** Of the runs of `SHINGLE` characters. */
function hashesBelow(limit: number, text: string): number[] {
  let leaving = 1;
  for (let count = 1; count < SHINGLE; count += 1) leaving = Math.imul(leaving, BASE);
  const hashes: number[] = [];
  let rolling = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (index >= SHINGLE) {
      rolling = (rolling - Math.imul(text.charCodeAt(index - SHINGLE), leaving)) | 0;
    }
    rolling = (Math.imul(rolling, BASE) + text.charCodeAt(index)) | 0;
    if (index < SHINGLE - 1) continue;
    const hash = scramble(rolling);
    if (hash < limit) hashes.push(hash);
  }
  return hashes;
}

/** Spreads neighbouring values over all 32 bits, so that the smallest hashes are a fair sample. */
function scramble(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
