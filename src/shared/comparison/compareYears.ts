import type { Span } from '../report/report.ts';
import { type UnwrappedText, unwrap } from '../report/wraps.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import { heaviestInOrder } from './longestInOrder.ts';
import { matchSentences } from './matchSentences.ts';
import { cutSentences } from './sentences.ts';
import { type Edit, figurePattern, tokenEdits } from './tokenEdits.ts';

/** A sentence of the earlier text, its counterpart in the later one, or one without the other. */
export interface ComparedSentence {
  /** Null: new in the later text. */
  before: Span | null;
  /** Null: gone from the later text. */
  after: Span | null;
  /** It stands elsewhere among the sentences around it: neither deleted nor added. */
  moved: boolean;
  /** What was changed inside; empty where the wording is the same, and where one side is missing. */
  edits: Edit[];
}

/** A figure that was changed, the sentence around it being the same or reworded. */
export interface NumberChange extends Edit {
  beforeText: string;
  afterText: string;
}

export interface YearComparison {
  /** In the order of the later text; what is gone stands where it was. */
  sentences: ComparedSentence[];
  /** Runs of sentences that moved together. */
  movedBlocks: Edit[];
  numbers: NumberChange[];
  deletedCharacters: number;
  insertedCharacters: number;
}

/**
 * Compares a report with that of the year before, or a draft with its final version. Sentences are
 * matched in any order first, so a paragraph in another place is moved, not deleted and added; only
 * then are the words of a pair compared. Widths of punctuation and digits make no difference, nor do
 * the ends of full lines.
 */
export function compareYears(before: string, after: string): YearComparison {
  const old = unwrap(before);
  const now = unwrap(after);
  return inSources(compareUnwrapped(old.text, now.text), old, now);
}

/** The same comparison with offsets into the texts as they are stored. */
function inSources(
  comparison: YearComparison,
  { sourceSpan: inOld }: UnwrappedText,
  { sourceSpan: inNow }: UnwrappedText,
): YearComparison {
  const both = <E extends Edit>(edit: E): E => ({
    ...edit,
    before: inOld(edit.before),
    after: inNow(edit.after),
  });
  return {
    ...comparison,
    sentences: comparison.sentences.map(({ before, after, moved, edits }) => ({
      before: before && inOld(before),
      after: after && inNow(after),
      moved,
      edits: edits.map(both),
    })),
    movedBlocks: comparison.movedBlocks.map(both),
    numbers: comparison.numbers.map(both),
  };
}

function compareUnwrapped(before: string, after: string): YearComparison {
  const oldText = normaliseForSearch(before);
  const newText = normaliseForSearch(after);
  const old = cutSentences(before);
  const now = cutSentences(after);
  const pairs = matchSentences(
    old.map(({ start, end }) => oldText.slice(start, end)),
    now.map(({ start, end }) => newText.slice(start, end)),
  );
  const inOrder = heaviestInOrder(
    pairs.map((pair) => {
      const sentence = old[pair.before] as Span;
      return { position: pair.before, weight: sentence.end - sentence.start };
    }),
  );
  const matched = pairs.map((pair, index): ComparedSentence & { before: Span; after: Span } => {
    const spans = { before: old[pair.before] as Span, after: now[pair.after] as Span };
    return {
      ...spans,
      moved: !inOrder.has(index),
      edits: tokenEdits(oldText, spans.before, newText, spans.after),
    };
  });
  const sentences = inReadingOrder(matched, old, now);
  return {
    sentences,
    movedBlocks: joinMoved(matched, oldText, newText),
    numbers: matched.flatMap(({ edits }) => changedNumbers(edits, before, after)),
    deletedCharacters: charactersOn('before', sentences),
    insertedCharacters: charactersOn('after', sentences),
  };
}

type Matched = ComparedSentence & { before: Span; after: Span };

function inReadingOrder(matched: Matched[], old: Span[], now: Span[]): ComparedSentence[] {
  const ofAfter = new Map(matched.map((sentence) => [sentence.after, sentence]));
  const kept = new Set(matched.map(({ before }) => before));
  const ofBefore = new Map(matched.map((sentence) => [sentence.before, sentence]));
  /** The sentences that are gone, by the matched sentence that stood before them. */
  const goneAfter = new Map<Matched | undefined, ComparedSentence[]>();
  let previous: Matched | undefined;
  for (const sentence of old) {
    if (kept.has(sentence)) previous = ofBefore.get(sentence);
    else {
      const gone = goneAfter.get(previous) ?? [];
      gone.push({ before: sentence, after: null, moved: false, edits: [] });
      goneAfter.set(previous, gone);
    }
  }
  const sentences = [...(goneAfter.get(undefined) ?? [])];
  for (const sentence of now) {
    const pair = ofAfter.get(sentence);
    sentences.push(pair ?? { before: null, after: sentence, moved: false, edits: [] });
    if (pair) sentences.push(...(goneAfter.get(pair) ?? []));
  }
  return sentences;
}

/** Neighbours that moved together, with nothing but blanks between them in both texts, are one block. */
function joinMoved(matched: Matched[], oldText: string, newText: string): Edit[] {
  const blocks: Edit[] = [];
  const touches = (text: string, left: Span, right: Span): boolean =>
    left.end <= right.start && text.slice(left.end, right.start).trim() === '';
  for (const { before, after, moved } of matched) {
    if (!moved) continue;
    const last = blocks.at(-1);
    if (last && touches(oldText, last.before, before) && touches(newText, last.after, after)) {
      last.before.end = before.end;
      last.after.end = after.end;
    } else blocks.push({ before: { ...before }, after: { ...after } });
  }
  return blocks;
}

/** The figures of an edit side by side; one that has no counterpart was added or dropped, not changed. */
function changedNumbers(edits: readonly Edit[], before: string, after: string): NumberChange[] {
  return edits.flatMap((edit) => {
    const gone = figuresIn(before, edit.before);
    const come = figuresIn(after, edit.after);
    if (gone.length !== come.length) return [];
    return gone.flatMap((old, index): NumberChange[] => {
      const now = come[index] as Span;
      const beforeText = before.slice(old.start, old.end);
      const afterText = after.slice(now.start, now.end);
      return beforeText === afterText ? [] : [{ before: old, after: now, beforeText, afterText }];
    });
  });
}

function figuresIn(text: string, { start, end }: Span): Span[] {
  return Array.from(
    normaliseForSearch(text.slice(start, end)).matchAll(figurePattern),
    (match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    }),
  );
}

function charactersOn(side: 'before' | 'after', sentences: readonly ComparedSentence[]): number {
  const other = side === 'before' ? 'after' : 'before';
  let count = 0;
  for (const sentence of sentences) {
    const alone = sentence[other] === null ? sentence[side] : null;
    if (alone) count += alone.end - alone.start;
    for (const edit of sentence.edits) count += edit[side].end - edit[side].start;
  }
  return count;
}
