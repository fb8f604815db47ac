import type { Span } from '../report/report.ts';
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
 * each place, in document order. Widths of punctuation and digits make no difference.
 *
 * @param formulas the editable list of 规定提法, resources/vocabulary/formulas.json.
 */
export function sharedWording(
  documents: readonly Pick<ComparedDocument, 'documentId' | 'text'>[],
  formulas: readonly string[],
): SharedPassage[] {
  const texts = documents.map(({ text }) => normaliseForSearch(text));
  const covered = texts.map((text) => coverWith(text, formulas.map(normaliseForSearch)));
  const runs = texts.map(indexRuns);
  const shared: SharedPassage[] = [];
  for (let left = 0; left < texts.length; left += 1) {
    for (let right = left + 1; right < texts.length; right += 1) {
      const [own, other] = [texts[left] as string, texts[right] as string];
      for (const { start, there, length } of longestRuns(own, other, runs[right] as RunIndex)) {
        const place = (document: number, from: number): SharedPlace => ({
          documentId: (documents[document] as ComparedDocument).documentId,
          start: from,
          end: from + length,
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

type RunIndex = ReadonlyMap<string, number[]>;

function indexRuns(text: string): RunIndex {
  const index = new Map<string, number[]>();
  for (let at = 0; at + shortestShared <= text.length; at += 1) {
    const run = text.slice(at, at + shortestShared);
    const places = index.get(run);
    if (!places) index.set(run, [at]);
    else if (places.length < mostContinuations) places.push(at);
  }
  return index;
}

function* longestRuns(
  own: string,
  other: string,
  runs: RunIndex,
): Generator<{ start: number; there: number; length: number }> {
  let at = 0;
  while (at + shortestShared <= own.length) {
    let best = { there: 0, length: 0 };
    for (const there of runs.get(own.slice(at, at + shortestShared)) ?? []) {
      let length = shortestShared;
      while (at + length < own.length && own[at + length] === other[there + length]) length += 1;
      if (length > best.length) best = { there, length };
    }
    if (best.length === 0) at += 1;
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

function coverWith(text: string, phrases: readonly string[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const phrase of phrases) {
    if (phrase === '') continue;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      covered.fill(1, at, at + phrase.length);
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
