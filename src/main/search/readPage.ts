import type { SearchQuery } from '../../shared/search/query.ts';
import { cutClauses } from '../../shared/text/clauses.ts';
import { toSearchHit } from './answer.ts';
import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import { entryFilter, type Narrowing } from './filter.ts';
import type { LibraryCache } from './library.ts';
import { type Occurrence, readLiteral } from './occurrences.ts';
import type { EntryOrder, Preference } from './order.ts';
import type { PieceReader } from './pieces.ts';
import { reasonsOf } from './rank.ts';
import type { SearchHit } from './request.ts';
import type { EntrySections } from './sections.ts';
import { sentenceAround } from './sentence.ts';
import { lastNotAbove } from './sorted.ts';

/** After so many texts it is decided whether going on may fill the page. */
const TRIED = 16;
/** A page is looked for in so many texts, or left to the index. */
const MOST_READ = 160;
/** No more texts than this are made ready for one page: that takes longer than looking through them. */
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
  reader: PieceReader;
  library: LibraryCache;
  entries: EntryTable;
  order: EntryOrder;
  preferences: readonly Preference[];
}

/** A text that words are looked for in. */
interface ReadyText {
  text: string;
  sections: EntrySections;
  /** Start and end of the clauses that headings stand in, one after the other. */
  headings: readonly number[];
  /** The text of these, each on a line of its own. */
  headingLines: string;
}

/**
 * The texts at the beginning of the order, cut and ready: every common word is looked for in these. They
 * are kept until the library has changed.
 */
export class ReadyTexts {
  #entries: EntryTable | undefined;
  readonly #texts = new Map<number, ReadyText>();
  /** How many texts were made ready so far. */
  made = 0;

  /** @returns undefined where the text is not ready and may not be made so. */
  read(
    { reader, library, entries }: Reading,
    entry: number,
    mayMake: boolean,
  ): ReadyText | undefined {
    if (this.#entries !== entries || this.#texts.size > 2 * MOST_READ) this.#texts.clear();
    this.#entries = entries;
    const known = this.#texts.get(entry);
    if (known !== undefined || !mayMake) return known;
    this.made++;
    const first = entries.firstClause[entry] as number;
    const text = reader.readEntry(first, entries.endClause[entry] as number);
    const sections = library.sectionsOf(first);
    const headings = boundsOfHeadings(text, sections);
    const ready = { text, sections, headings, headingLines: linesOf(text, headings) };
    this.#texts.set(entry, ready);
    return ready;
  }
}

function linesOf(text: string, bounds: readonly number[]): string {
  let lines = '';
  for (let i = 0; i < bounds.length; i += 2) lines += `${text.slice(bounds[i], bounds[i + 1])}\n`;
  return lines;
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
  const { texts } = reading;
  const mostMade = texts.made + MOST_MADE_READY;
  const looked: ReadyText[] = [];
  for (const entry of order.entries) {
    if (!accepts(entry)) continue;
    const text = texts.read(reading, entry, texts.made < mostMade);
    if (text === undefined) return undefined;
    looked.push(text);
    const mayFill = words.some((word) => text.headingLines.includes(word));
    if (mayFill && page.add(entry, text, occurrencesIn(text, words))) {
      return { hits: page.hits, ...estimate(looked, words, countAccepted(order, accepts)) };
    }
    const read = looked.length;
    if (read >= TRIED && ((page.hits.length + 2) / read) * MOST_READ < limit) return undefined;
    if (read === MOST_READ) return undefined;
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
  add(entry: number, { text, headings }: ReadyText, occurrences: readonly Occurrence[]): boolean {
    const { entries, order, preferences } = this.#reading;
    const kind = ENTRY_KINDS[entries.kind[entry] as number] as EntryKind;
    const preference = preferences[order.group[entry] as number];
    const inHeading = markHeadings(occurrences, headings);
    let shownTo = 0;
    for (const [i, occurrence] of occurrences.entries()) {
      if (inHeading[i] !== true) continue;
      // In the order of the text a sentence that is shown already can only be the last one.
      if (occurrence.end <= shownTo) continue;
      if (this.hits.length === this.#limit) return true;
      const sentence = sentenceAround(text, occurrence);
      shownTo = sentence.end;
      const reasons = reasonsOf('heading', kind, preference);
      this.hits.push(toSearchHit({ entry, occurrence, reasons }, sentence, occurrences, entries));
    }
    return this.hits.length === this.#limit;
  }
}

/** Every occurrence that counts, in the order of the text. */
function occurrencesIn({ text, sections }: ReadyText, words: readonly string[]): Occurrence[] {
  const byWord = words.map((word) => findAll(text, word));
  const [only] = byWord;
  if (words.length === 1 && only !== undefined) return only;
  const found = keepTogether(byWord, sections).flat();
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  return found.filter(({ start, end }, i) => {
    const before = found[i - 1];
    return before?.start !== start || before.end !== end;
  });
}

function findAll(text: string, word: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length, clause: 0, partial: false });
  }
  return found;
}

/** Keeps what lies in a section in which all words occur. */
function keepTogether(byWord: readonly Occurrence[][], { parts }: EntrySections): Occurrence[][] {
  const starts = parts.map(({ clauseStart }) => clauseStart);
  const partOf = ({ start }: Occurrence) => lastNotAbove(starts, start);
  const holding = byWord.map((found) => new Set(found.map(partOf)));
  return byWord.map((found) =>
    found.filter((occurrence) => holding.every((parts) => parts.has(partOf(occurrence)))),
  );
}

/** A heading takes in all of the clauses that it shares with the text after it. */
function boundsOfHeadings(text: string, { headings }: EntrySections): number[] {
  const bounds = cutClauses(text);
  return headings.flatMap(({ clause, endClause }) => [
    bounds[clause * 2] ?? 0,
    bounds[endClause * 2 - 1] ?? 0,
  ]);
}

function markHeadings(occurrences: readonly Occurrence[], headings: readonly number[]): boolean[] {
  let at = 0;
  return occurrences.map(({ start }) => {
    while (at < headings.length && (headings[at + 1] as number) <= start) at += 2;
    return at < headings.length && (headings[at] as number) <= start;
  });
}

/** 103,214 → 100,000: what is only expected is not told to the last digit. */
function twoDigits(total: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, total))) - 1);
  return Math.round(total / unit) * unit;
}
