import type { Span } from '../../shared/report/report.ts';
import type { SearchQuery } from '../../shared/search/query.ts';
import { toSearchHit } from './answer.ts';
import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import { entryFilter, type Narrowing } from './filter.ts';
import { type Occurrence, readLiteral } from './occurrences.ts';
import type { EntryOrder, Preference } from './order.ts';
import { reasonsOf } from './rank.ts';
import type { ReadyText, ReadyTexts } from './readyTexts.ts';
import type { SearchHit } from './request.ts';
import { sentenceAround } from './sentence.ts';
import { lastNotAbove } from './sorted.ts';

/** After so many texts it is decided whether going on may fill the page. */
const TRIED = 16;
/** A page is looked for in the headings of so many texts, or left to the index. */
const MOST_LOOKED_AT = 400;
/** So many texts are made ready for a page that they fill. */
const MOST_MADE_READY = 40;
/** Totals are told from so many texts. */
const SAMPLED = 8;

/** The first page of a search for common words. */
export interface ReadPage {
  hits: SearchHit[];
  /** Occurrences in the whole library, as those texts that were read let expect; two digits hold. */
  aboutTotal: number;
  /** Texts with a hit, likewise. */
  aboutTexts: number;
}

interface Reading {
  texts: ReadyTexts;
  entries: EntryTable;
  order: EntryOrder;
  preferences: readonly Preference[];
}

/** Characters of the words as they are looked up; undefined where more than plain words is asked for. */
function plainWords({ terms, excluded, scope }: SearchQuery): string[] | undefined {
  if (excluded.length > 0 || scope !== 'all') return undefined;
  const words: string[] = [];
  for (const term of terms) {
    // A digit at an edge may be part of a longer number, and these come last of all.
    if (term.kind !== 'literal' || /^\d|\d$/.test(term.text)) return undefined;
    if (!readLiteral(term.text).withinClause) return undefined;
    words.push(term.text);
  }
  return words;
}

/**
 * The first page read from the first texts in rank order, where their headings are full of hits: nothing
 * is looked up in the index, so common words are answered as fast as rare ones. What it lists is what
 * the index would list first.
 *
 * @returns undefined where those texts do not fill the page, or more than plain words is asked for.
 */
export function readPage(
  reading: Reading,
  query: SearchQuery,
  narrowing: Narrowing,
  limit: number,
): ReadPage | undefined {
  const words = plainWords(query);
  const { filters, wholeNumbers } = narrowing;
  if (words === undefined || wholeNumbers || filters.roles || filters.topics) return undefined;
  const { entries, order } = reading;
  if (filters.kinds?.includes('title') ?? entries.hasTitles) return undefined;
  const accepts = entryFilter(entries, narrowing);
  const page = new Page(reading, limit);
  const looked: ReadyText[] = [];
  const { spared } = reading.texts;
  let made = 0;
  for (const entry of order.entries) {
    if (!accepts(entry)) continue;
    const known = reading.texts.find(entry);
    if (known === undefined) {
      const isFilling = (page.hits.length / looked.length) * MOST_MADE_READY >= limit;
      if (made >= (isFilling ? MOST_MADE_READY : spared)) return undefined;
      made++;
    }
    const text = known ?? reading.texts.make(entry);
    looked.push(text);
    if (page.add(entry, text, words)) {
      return { hits: page.hits, ...estimate(looked, words, countAccepted(order, accepts)) };
    }
    const read = looked.length;
    if (read >= TRIED && ((page.hits.length + 2) / read) * MOST_LOOKED_AT < limit) return undefined;
    if (read === MOST_LOOKED_AT) return undefined;
  }
  return undefined;
}

/** What the first of the texts looked through let expect of all. */
function estimate(
  looked: readonly ReadyText[],
  words: readonly string[],
  accepted: number,
): Pick<ReadPage, 'aboutTotal' | 'aboutTexts'> {
  const counts = looked.slice(0, SAMPLED).map((text) => occurrencesIn(text, words).length);
  const share = accepted / counts.length;
  return {
    aboutTotal: twoDigits(counts.reduce((sum, count) => sum + count, 0) * share),
    aboutTexts: Math.round(counts.filter((count) => count > 0).length * share),
  };
}

function countAccepted(order: EntryOrder, accepts: (entry: number) => boolean): number {
  let count = 0;
  for (const entry of order.entries) if (accepts(entry)) count++;
  return count;
}

/** Sentences with a hit in a heading, as many as the page takes: they come before all others. */
class Page {
  readonly hits: SearchHit[] = [];
  readonly #reading: Reading;
  readonly #limit: number;

  constructor(reading: Reading, limit: number) {
    this.#reading = reading;
    this.#limit = limit;
  }

  /** @returns whether the page is full. */
  add(entry: number, ready: ReadyText, words: readonly string[]): boolean {
    if (!words.some((word) => ready.headingLines.includes(word))) return false;
    const { entries, order, preferences } = this.#reading;
    const kind = ENTRY_KINDS[entries.kind[entry] as number] as EntryKind;
    const preference = preferences[order.group[entry] as number];
    const place = occurrencesInPlaces(ready, words);
    let shownTo = 0;
    for (const occurrence of place.inHeadings()) {
      // In the order of the text a sentence that is shown already can only be the last one.
      if (occurrence.end <= shownTo) continue;
      if (this.hits.length === this.#limit) return true;
      const sentence = sentenceAround(ready.text, occurrence);
      shownTo = sentence.end;
      const hit = { entry, occurrence, reasons: reasonsOf('heading', kind, preference) };
      const ranges = place.within(sentence);
      this.hits.push(toSearchHit(hit, sentence, ranges, entries));
    }
    return this.hits.length === this.#limit;
  }
}

/** 天天, 一心一: where one occurrence ends another may have begun, and only the first counts. */
function overlapsItself(word: string): boolean {
  for (let size = 1; size < word.length; size++)
    if (word.endsWith(word.slice(0, size))) return true;
  return false;
}

/** The occurrences that count in parts of a text, in the order of the text. */
interface Places {
  inHeadings(): readonly Occurrence[];
  within(sentence: Span): readonly Occurrence[];
}

function occurrencesInPlaces(ready: ReadyText, words: readonly string[]): Places {
  if (words.some(overlapsItself)) {
    const occurrences = occurrencesIn(ready, words);
    return {
      inHeadings: () => keepInHeadings(occurrences, ready),
      within: () => occurrences,
    };
  }
  const counts = words.length === 1 ? () => true : meetIn(ready, words);
  return {
    inHeadings: () => inOrder(words.flatMap((word) => findInHeadings(ready, word))).filter(counts),
    within: ({ start, end }) => {
      const sentence = ready.text.slice(start, end);
      return inOrder(words.flatMap((word) => findAll(sentence, word, start))).filter(counts);
    },
  };
}

/** Every occurrence that counts, in the order of the text. */
function occurrencesIn(ready: ReadyText, words: readonly string[]): Occurrence[] {
  const found = inOrder(words.flatMap((word) => findAll(ready.text, word)));
  return words.length === 1 ? found : found.filter(meetIn(ready, words));
}

function inOrder(found: Occurrence[]): Occurrence[] {
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  return found.filter(({ start, end }, i) => {
    const before = found[i - 1];
    return before?.start !== start || before.end !== end;
  });
}

/** Whether an occurrence lies in a section in which all words occur. */
function meetIn(
  { text, sections }: ReadyText,
  words: readonly string[],
): (occurrence: Occurrence) => boolean {
  const starts = sections.parts.map(({ clauseStart }) => clauseStart);
  const known = new Map<number, boolean>();
  return ({ start }) => {
    const part = lastNotAbove(starts, start);
    let holds = known.get(part);
    if (holds === undefined) {
      const section = text.slice(starts[part], starts[part + 1]);
      holds = words.every((word) => section.includes(word));
      known.set(part, holds);
    }
    return holds;
  };
}

function findAll(text: string, word: string, from = 0): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const start = from + at;
    found.push({ start, end: start + word.length, clause: 0, partial: false });
  }
  return found;
}

function findInHeadings({ headings, headingLines, lineStarts }: ReadyText, word: string) {
  return findAll(headingLines, word).map((occurrence) => {
    const line = lastNotAbove(lineStarts, occurrence.start);
    const moved = (headings[line * 2] as number) - (lineStarts[line] as number);
    return { ...occurrence, start: occurrence.start + moved, end: occurrence.end + moved };
  });
}

function keepInHeadings(occurrences: readonly Occurrence[], { headings }: ReadyText) {
  let at = 0;
  return occurrences.filter(({ start }) => {
    while (at < headings.length && (headings[at + 1] as number) <= start) at += 2;
    return at < headings.length && (headings[at] as number) <= start;
  });
}

/** 103,214 → 100,000: what is only expected is not told to the last digit. */
function twoDigits(total: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, total))) - 1);
  return Math.round(total / unit) * unit;
}
