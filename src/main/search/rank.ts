import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import type { Matches } from './exact.ts';
import type { LibraryCache } from './library.ts';
import type { Occurrence } from './occurrences.ts';
import type { EntryOrder, Preference } from './order.ts';
import { lastNotAbove } from './sorted.ts';
import { inOrder } from './terms.ts';

export interface RankedHit {
  entry: number;
  occurrence: Occurrence;
  /** Why the hit stands where it does, in Chinese, the strongest reason first. */
  reasons: string[];
}

/** Parts of numbers are kept back until every whole number was shown, but for no more than this many. */
const MOST_KEPT_BACK = 50;

/**
 * The occurrences of all terms in the clauses from `from` to below `to`, in the order of the text.
 *
 * @param wanted leaves out clauses without reading them.
 */
export function occurrencesBetween(
  terms: readonly Matches[],
  from: number,
  to: number,
  wanted: (clause: number) => boolean = () => true,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const matches of terms) {
    const { clauses } = matches;
    for (let i = lastNotAbove(clauses, from - 1) + 1; i < clauses.length; i++) {
      const clause = clauses[i] as number;
      if (clause >= to) break;
      if (wanted(clause)) found.push(...matches.locate(clause));
    }
  }
  return terms.length === 1 ? found : withoutRepetition(inOrder(found));
}

/** The same one by one: of a single term no text is read before its occurrences are asked for. */
function* eachOccurrenceBetween(
  terms: readonly Matches[],
  from: number,
  to: number,
  wanted: (clause: number) => boolean,
): Generator<Occurrence> {
  const [only] = terms;
  if (terms.length > 1 || only === undefined) {
    yield* occurrencesBetween(terms, from, to, wanted);
    return;
  }
  const { clauses } = only;
  for (let i = lastNotAbove(clauses, from - 1) + 1; i < clauses.length; i++) {
    const clause = clauses[i] as number;
    if (clause >= to) break;
    if (wanted(clause)) yield* only.locate(clause);
  }
}

/** 改厕 改厕: what two terms found alike is one hit. */
function withoutRepetition(sorted: readonly Occurrence[]): Occurrence[] {
  return sorted.filter(({ start, end }, i) => {
    const before = sorted[i - 1];
    return before?.start !== start || before.end !== end;
  });
}

/** Where a hit may lie, in the order of rank. */
export type Place = 'title' | 'heading' | 'text';
const PLACES: readonly Place[] = ['title', 'heading', 'text'];
const REASON_OF_PLACE = { title: '在题名中', heading: '在标题中', text: null } as const;
const REASON_OF_PART = '只合数字的一部分';

/** What speaks for a hit before its number is looked at, the strongest reason first. */
export function reasonsOf(
  place: Place,
  kind: EntryKind,
  preference: Preference | undefined,
): string[] {
  const reasons = [
    REASON_OF_PLACE[place],
    kind === 'note' ? '在批注中' : null,
    preference?.reason ?? null,
  ];
  return reasons.filter((reason) => reason !== null);
}

interface Found {
  terms: readonly Matches[];
  entries: EntryTable;
  /** How often the terms occur in each entry. */
  counts: Int32Array;
}

/**
 * Hits in the order they are shown, found one by one as they are asked for:
 *
 * 1. Whole numbers before parts of numbers: 1.87亿元 before 11.87亿元.
 * 2. Titles, then headings, then the rest.
 * 3. Preferred documents, the first group first; then as `documentOrder` says, then by key.
 * 4. The order of the text.
 *
 * @param patience in so many texts headings are looked up one by one, before the sections of the library
 *   are known; those of further texts count as text.
 */
export function* rankHits(
  found: Found,
  library: LibraryCache,
  order: EntryOrder,
  preferences: readonly Preference[],
  patience = Infinity,
): Generator<RankedHit> {
  const keptBack: RankedHit[] = [];
  for (const hit of rankByPlace(found, library, order, preferences, patience)) {
    if (!hit.occurrence.partial) yield hit;
    else {
      const reasons = [REASON_OF_PART, ...hit.reasons];
      if (keptBack.length < MOST_KEPT_BACK) keptBack.push({ ...hit, reasons });
      else yield { ...hit, reasons };
    }
  }
  yield* keptBack;
}

/** @param headings starts and ends of stretches, ascending. */
function isWithin(headings: readonly number[], clause: number): boolean {
  return lastNotAbove(headings, clause) % 2 === 0;
}

/** By entry, 1 where a hit is in a heading; undefined where that is not known yet. */
function markEntriesWithHeadings(
  terms: readonly Matches[],
  { count, firstClause }: EntryTable,
  library: LibraryCache,
): Uint8Array | undefined {
  const marks = new Uint8Array(count);
  for (const { clauses } of terms) {
    const inHeadings = library.inHeadings(clauses);
    if (inHeadings === undefined) return undefined;
    for (const clause of inHeadings) marks[lastNotAbove(firstClause, clause)] = 1;
  }
  return marks;
}

function* rankByPlace(
  { terms, entries, counts }: Found,
  library: LibraryCache,
  order: EntryOrder,
  preferences: readonly Preference[],
  patience: number,
): Generator<RankedHit> {
  const ordered: number[] = [];
  for (const entry of order.entries) if ((counts[entry] as number) > 0) ordered.push(entry);
  const mayHaveHeading = markEntriesWithHeadings(terms, entries, library);
  const lookedUp = mayHaveHeading === undefined ? patience : Infinity;
  for (const place of PLACES) {
    if (place === 'title' && !entries.hasTitles) continue;
    for (let at = 0; at < ordered.length; at++) {
      if (place === 'heading' && at >= lookedUp) break;
      const entry = ordered[at] as number;
      if (place === 'heading' && mayHaveHeading?.[entry] === 0) continue;
      const kind = ENTRY_KINDS[entries.kind[entry] as number] as EntryKind;
      if ((kind === 'title') !== (place === 'title')) continue;
      const first = entries.firstClause[entry] as number;
      const headings = kind === 'body' && at < lookedUp ? library.headingsOf(first) : [];
      if (place === 'heading' && headings.length === 0) continue;
      const wanted = (clause: number) =>
        place === 'title' || isWithin(headings, clause) === (place === 'heading');
      const end = entries.endClause[entry] as number;
      for (const occurrence of eachOccurrenceBetween(terms, first, end, wanted)) {
        const preference = preferences[order.group[entry] as number];
        yield { entry, occurrence, reasons: reasonsOf(place, kind, preference) };
      }
    }
  }
}
