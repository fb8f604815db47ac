import type { TextView } from './view.ts';

/** No heading is longer. */
export const longestHeading = 60;

/**
 * The places where a heading glued to its body could end, and what can be seen at each. Training and
 * analysis share this file, so that a weight always means the same.
 */

/** Statistics of running text, hashed. See `scripts/train/headingEnds.ts` for how they are counted. */
export interface TextStatistics {
  /** For two and three characters: how much more often they open a sentence than they occur. */
  opens: Int8Array;
  /** For two characters: how much more often they stand before a comma or full stop. */
  closes: Int8Array;
  /** For two neighbouring characters: the logarithm of how often they occur. */
  pairs: Int8Array;
}

/** Number of buckets of the hashed weights; a power of two. */
export const weightBuckets = 1 << 16;

export interface Cut {
  /** Offset in the view at which the heading would end. */
  end: number;
  /** True if a full stop stands there. */
  atStop: boolean;
  /** Buckets of the weights that add up to the cut's score. */
  features: number[];
}

/** Digits count as one sign; the code of a character otherwise. */
function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return 1;
  return code >= 48 && code <= 57 ? 48 : code;
}

/** How much more often the words at `at` open a sentence than they occur, in sixteenths of a doubling. */
export function openingStrength(text: string, at: number, statistics: TextStatistics): number {
  const { opens } = statistics;
  const codes = [codeAt(text, at), codeAt(text, at + 1), codeAt(text, at + 2)] as const;
  return opens[bucketOf(opens.length, ...codes)] ?? 0;
}

function mix(hash: number, value: number): number {
  return (Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15)) >>> 0;
}

/** The bucket of up to three characters in a table of `size` buckets. */
export function bucketOf(size: number, ...codes: number[]): number {
  let hash = 0x811c9dc5;
  for (const code of codes) hash = mix(hash, code);
  return (hash >>> 7) & (size - 1);
}

const neverLast = '的和与及、,;:“‘(《以在对把将为向从由等';
const neverFirst = ',、;)”’》%。!?的';

/**
 * All cuts between `from` (start of the heading's words) and the first full stop, at most 60 off.
 * `title` is where a title of fixed wording ends, if one starts at `from`.
 */
export function listCuts(
  view: TextView,
  from: number,
  limit: number,
  kind: 'chinese' | 'bracketed',
  statistics: TextStatistics,
  title: number | null,
): Cut[] {
  const { text } = view;
  const reach = Math.min(limit, from + longestHeading, text.length);
  const cuts: Cut[] = [];
  const shared = kind === 'chinese' ? 1 : 2;
  let depth = 0;
  let clause = 0;
  let clauseLength = 0;
  let previousClause = 0;
  for (let at = from; at <= reach && at < text.length; at += 1) {
    const character = text[at] ?? '';
    const last = text[at - 1] ?? '';
    const stop = '。!?'.includes(character);
    if (at - from >= (stop ? 2 : 4) && depth === 0 && isPossible(text, at, last, character, stop)) {
      cuts.push({
        end: at,
        atStop: stop,
        features: featuresOf(view, from, at, {
          shared,
          stop,
          clause,
          clauseLength,
          previousClause,
          atTitle: title === at,
          statistics,
        }),
      });
    }
    if (stop && depth === 0) break;
    if ('“(《‘'.includes(character)) depth += 1;
    else if ('”)》’'.includes(character)) depth = Math.max(0, depth - 1);
    if (character === ',' || character === ';' || character === '、') {
      if (character !== '、') {
        clause += 1;
        previousClause = clauseLength;
        clauseLength = 0;
      }
    } else clauseLength += 1;
  }
  return cuts;
}

function isPossible(text: string, at: number, last: string, next: string, stop: boolean): boolean {
  if (stop) return true;
  if (neverLast.includes(last) || neverFirst.includes(next)) return false;
  if (/[0-9.]/.test(last) && /[0-9.%年月日个亿万]/.test(next)) return false;
  const code = text.charCodeAt(at);
  return code < 0xdc00 || code > 0xdfff;
}

interface Surroundings {
  shared: number;
  stop: boolean;
  clause: number;
  clauseLength: number;
  previousClause: number;
  atTitle: boolean;
  statistics: TextStatistics;
}

function scale(value: number): number {
  if (value < 12) return value;
  return value < 20 ? 12 + ((value - 12) >> 1) : Math.min(24, 16 + ((value - 20) >> 2));
}

function featuresOf(view: TextView, from: number, at: number, around: Surroundings): number[] {
  const { text } = view;
  const { shared, stop, clause, clauseLength, previousClause, statistics } = around;
  const features: number[] = [];
  const add = (name: number, a = 0, b = 0, c = 0, d = 0, e = 0) => {
    let hash = mix(0x811c9dc5, name);
    hash = mix(hash, a);
    hash = mix(hash, b);
    hash = mix(hash, c);
    hash = mix(hash, d);
    hash = mix(hash, e);
    features.push((hash >>> 7) & (weightBuckets - 1));
  };
  const l1 = codeAt(text, at - 1);
  const l2 = codeAt(text, at - 2);
  const l3 = codeAt(text, at - 3);
  const after = stop ? at + 1 : at;
  const r1 = codeAt(text, after);
  const r2 = codeAt(text, after + 1);
  const r3 = codeAt(text, after + 2);
  const r4 = codeAt(text, after + 3);
  const side = stop ? 1 : 0;
  add(1, side, shared);
  add(2, side, l1);
  add(3, side, l2, l1);
  add(4, side, l3, l2, l1);
  add(5, side, r1);
  add(6, side, r1, r2);
  add(7, side, r1, r2, r3);
  add(8, side, r1, r2, r3, r4);
  const length = scale(at - from);
  add(9, side, length, shared);
  add(10, side, Math.min(clause, 4), length);
  if (clause > 0) {
    const balance = Math.max(-8, Math.min(8, clauseLength - previousClause));
    add(11, side, balance + 9, Math.min(clause, 3));
  }
  add(12, side, scale(clauseLength), Math.min(clause, 2));
  const rest = restOf(text, after);
  add(13, side, scale(rest.length), rest.mark);
  add(14, side, clause > 0 ? 1 : 0, rest.mark, rest.length < 4 ? 0 : 1);
  if (around.atTitle) add(15, side);
  if (repeats(text, from, at, after)) add(16, side);
  if (!stop) {
    // A short sentence behind the cut is a run-in heading or the rest of this one.
    if (rest.mark === 0x3002 && rest.length < 18) {
      const end = after + rest.length;
      const lists = text.slice(after, end).includes('、') ? 1 : 0;
      add(28, lists, scale(rest.length));
      add(29, codeAt(text, end - 2), codeAt(text, end - 1));
    }
    add(17, l1, r1);
    add(25, l2, l1, r1);
    add(26, l1, r1, r2);
    add(27, l2, l1, r1, r2);
    const opens2 = statistics.opens[bucketOf(statistics.opens.length, r1, r2)] ?? 0;
    const opens3 = statistics.opens[bucketOf(statistics.opens.length, r1, r2, r3)] ?? 0;
    const closes = statistics.closes[bucketOf(statistics.closes.length, l2, l1)] ?? 0;
    const pair = statistics.pairs[bucketOf(statistics.pairs.length, l1, r1)] ?? 0;
    add(18, opens2 >> 3);
    add(19, opens3 >> 3);
    add(20, closes >> 3);
    add(21, pair >> 2);
    add(22, opens2 >> 4, closes >> 4, pair >> 3);
    const inner = statistics.pairs[bucketOf(statistics.pairs.length, l2, l1)] ?? 0;
    const outer = statistics.pairs[bucketOf(statistics.pairs.length, r1, r2)] ?? 0;
    add(
      23,
      Math.max(-8, Math.min(8, (pair - inner) >> 3)),
      Math.max(-8, Math.min(8, (pair - outer) >> 3)),
    );
  }
  return features;
}

/** The rest of the clause after a cut, and the mark that closes it. */
function restOf(text: string, from: number): { length: number; mark: number } {
  for (let at = from; at < from + 40; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code === 44 ||
      code === 0x3002 ||
      code === 59 ||
      code === 58 ||
      code === 33 ||
      Number.isNaN(code)
    ) {
      return { length: at - from, mark: Number.isNaN(code) ? 0 : code };
    }
  }
  return { length: 40, mark: 1 };
}

/** True if the first two characters after the cut stand in the heading too: “…工作回顾|2018年”. */
function repeats(text: string, from: number, at: number, after: number): boolean {
  const first = text.slice(after, after + 2);
  const found = text.indexOf(first, from);
  return first.length === 2 && found >= 0 && found < at - 1;
}
