import type { Span } from '../report/report.ts';
import { type UnwrappedText, unwrap } from '../report/wraps.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import type { ComparedDocument } from './document.ts';

/** The same wording in two reports. */
export interface SharedPassage {
  /** Two places, in two different documents of the list. */
  places: [SharedPlace, SharedPlace];
  /** 规定提法: what is left beside the fixed formulas is too short to count as shared. */
  formula: boolean;
}

export interface SharedPlace extends Span {
  documentId: string;
}

/** Shorter runs are the common speech of all reports. */
export const shortestShared = 13;
/** Where a run begins many times, so many places are tried for the longest continuation. */
const mostContinuations = 8;

/**
 * Finds the passages of at least 13 characters that stand in two of the documents, the longest at
 * each place, in document order. Widths of punctuation and digits make no difference, nor do the ends
 * of full lines.
 *
 * @param formulas the editable list of 规定提法, resources/vocabulary/formulas.json. In one, …… stands
 * for up to 24 characters of the same sentence: 第……届人民代表大会第……次会议.
 */
export function sharedWording(
  documents: readonly Pick<ComparedDocument, 'documentId' | 'text'>[],
  formulas: readonly string[],
): SharedPassage[] {
  const sources = documents.map(({ text }) => unwrap(text));
  const texts = sources.map(({ text }) => normaliseForSearch(text));
  const patterns = formulas.map(formulaPattern).filter((pattern) => pattern !== null);
  const covered = texts.map((text) => coverWith(text, patterns));
  const runs = texts.map(indexRuns);
  const shared: SharedPassage[] = [];
  for (let left = 0; left < texts.length; left += 1) {
    for (let right = left + 1; right < texts.length; right += 1) {
      const [own, other] = [texts[left] as string, texts[right] as string];
      for (const { start, there, length } of longestRuns(
        own,
        runs[left] as RunIndex,
        other,
        runs[right] as RunIndex,
      )) {
        const place = (document: number, from: number): SharedPlace => ({
          documentId: (documents[document] as ComparedDocument).documentId,
          ...(sources[document] as UnwrappedText).sourceSpan({ start: from, end: from + length }),
        });
        shared.push({
          places: [place(left, start), place(right, there)],
          formula: longestUncovered(covered[left] as Uint8Array, start, length) < shortestShared,
        });
      }
    }
  }
  return shared;
}

/** The runs of `shortestShared` characters of a text: their hashes, and where each hash stands. */
interface RunIndex {
  hashes: Int32Array;
  /** The first place of a hash. */
  first: ReadonlyMap<number, number>;
  /** For each place the next one with the same hash; -1 at the last. */
  next: Int32Array;
}

const hashBase = 0x01000193;

function indexRuns(text: string): RunIndex {
  const count = Math.max(0, text.length - shortestShared + 1);
  const hashes = new Int32Array(count);
  let leading = 1;
  for (let power = 1; power < shortestShared; power += 1) leading = Math.imul(leading, hashBase);
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    const gone = at - shortestShared;
    if (gone >= 0) hash = (hash - Math.imul(text.charCodeAt(gone), leading)) | 0;
    hash = (Math.imul(hash, hashBase) + text.charCodeAt(at)) | 0;
    if (gone >= -1) hashes[gone + 1] = hash;
  }
  const first = new Map<number, number>();
  const next = new Int32Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    next[at] = first.get(hashes[at] as number) ?? -1;
    first.set(hashes[at] as number, at);
  }
  return { hashes, first, next };
}

function* longestRuns(
  own: string,
  ownRuns: RunIndex,
  other: string,
  otherRuns: RunIndex,
): Generator<{ start: number; there: number; length: number }> {
  let at = 0;
  while (at + shortestShared <= own.length) {
    let best = { there: 0, length: 0 };
    let there = otherRuns.first.get(ownRuns.hashes[at] as number) ?? -1;
    for (let tried = 0; there >= 0 && tried < mostContinuations; tried += 1) {
      let length = 0;
      while (at + length < own.length && own[at + length] === other[there + length]) length += 1;
      if (length > best.length) best = { there, length };
      there = otherRuns.next[there] as number;
    }
    if (best.length < shortestShared) at += 1;
    else {
      const lead = own.slice(at, at + best.length).search(/[\p{L}\p{N}]/u);
      const tail = own.slice(at, at + best.length).search(/[^\p{L}\p{N}]*$/u);
      if (lead >= 0 && tail - lead >= shortestShared) {
        yield { start: at + lead, there: best.there + lead, length: tail - lead };
      }
      at += best.length;
    }
  }
}

/** What …… may stand for: a town's name, a number, a clause of the same sentence. */
const gap = '[^.!?;\\n]{0,24}?';

/** A formula as it is looked for in normalised text; null for one without words. */
function formulaPattern(formula: string): RegExp | null {
  const parts = formula
    .split(/…+/u)
    .map((part) => normaliseForSearch(part.trim()))
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  const literal = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return new RegExp(literal.join(gap), 'gu');
}

function coverWith(text: string, patterns: readonly RegExp[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const pattern of patterns) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      covered.fill(1, index, index + words.length);
    }
  }
  return covered;
}

function longestUncovered(covered: Uint8Array, start: number, length: number): number {
  let longest = 0;
  let run = 0;
  for (let at = start; at < start + length; at += 1) {
    run = covered[at] ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
