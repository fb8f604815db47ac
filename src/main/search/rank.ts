import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import type { Matches } from './exact.ts';
import type { LibraryCache } from './library.ts';
import type { Occurrence } from './occurrences.ts';
import { lastNotAbove } from './sorted.ts';
import { inOrder } from './terms.ts';

/** A group of documents to show before others, with the reason as the person reads it: 本镇, 同县. */
export interface Preference {
  reason: string;
  documentKeys: ArrayLike<number>;
}

export interface RankedHit {
  entry: number;
  occurrence: Occurrence;
  /** Why the hit stands where it does, in Chinese, the strongest reason first. */
  reasons: string[];
}

export interface Ranking {
  preferences: readonly Preference[];
  /** Documents in the order they are shown; the rest follow by key. */
  documentOrder: ArrayLike<number>;
}

/** Parts of numbers are kept back until every whole number was shown, but for no more than this many. */
const MOST_KEPT_BACK = 50;

/** Entries that have a hit, in the order they are shown. */
function orderEntries(
  counts: Int32Array,
  entries: EntryTable,
  { preferences, documentOrder }: Ranking,
): { entry: number; group: number }[] {
  const groups = new Map<number, number>();
  preferences.forEach(({ documentKeys }, group) => {
    for (const key of Array.from(documentKeys)) if (!groups.has(key)) groups.set(key, group);
  });
  const order = new Map(Array.from(documentOrder, (key, position) => [key, position]));
  const found: { entry: number; group: number; position: number; key: number }[] = [];
  counts.forEach((count, entry) => {
    if (count === 0) return;
    const key = entries.documentKey[entry] as number;
    const group = groups.get(key) ?? preferences.length;
    found.push({ entry, group, position: order.get(key) ?? order.size, key });
  });
  return found.sort(
    (left, right) =>
      left.group - right.group ||
      left.position - right.position ||
      left.key - right.key ||
      left.entry - right.entry,
  );
}

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

/** 改厕 改厕: what two terms found alike is one hit. */
function withoutRepetition(sorted: readonly Occurrence[]): Occurrence[] {
  return sorted.filter(({ start, end }, i) => {
    const before = sorted[i - 1];
    return before?.start !== start || before.end !== end;
  });
}

/** Where a hit may lie, in the order of rank. */
type Place = 'title' | 'heading' | 'text';
const PLACES: readonly Place[] = ['title', 'heading', 'text'];
const REASON_OF_PLACE = { title: '在题名中', heading: '在标题中', text: null } as const;
const REASON_OF_PART = '只合数字的一部分';

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
 */
export function* rankHits(
  found: Found,
  library: LibraryCache,
  ranking: Ranking,
): Generator<RankedHit> {
  const keptBack: RankedHit[] = [];
  for (const hit of rankByPlace(found, library, ranking)) {
    if (!hit.occurrence.partial) yield hit;
    else {
      const reasons = [REASON_OF_PART, ...hit.reasons];
      if (keptBack.length < MOST_KEPT_BACK) keptBack.push({ ...hit, reasons });
      else yield { ...hit, reasons };
    }
  }
  yield* keptBack;
}

function* rankByPlace(
  { terms, entries, counts }: Found,
  library: LibraryCache,
  ranking: Ranking,
): Generator<RankedHit> {
  const ordered = orderEntries(counts, entries, ranking);
  const headings = new Set<number>();
  for (const { clauses } of terms) {
    for (const clause of library.clausesInHeadings(clauses)) headings.add(clause);
  }
  const entriesWithHeadings = new Set(
    Array.from(headings, (clause) => lastNotAbove(entries.firstClause, clause)),
  );
  for (const place of PLACES) {
    for (const { entry, group } of ordered) {
      const kind = ENTRY_KINDS[entries.kind[entry] as number] as EntryKind;
      if ((kind === 'title') !== (place === 'title')) continue;
      if (place === 'heading' && !entriesWithHeadings.has(entry)) continue;
      const wanted = (clause: number) =>
        place === 'title' || headings.has(clause) === (place === 'heading');
      const first = entries.firstClause[entry] as number;
      const end = entries.endClause[entry] as number;
      for (const occurrence of occurrencesBetween(terms, first, end, wanted)) {
        const reasons = [
          REASON_OF_PLACE[place],
          kind === 'note' ? '在批注中' : null,
          ranking.preferences[group]?.reason ?? null,
        ];
        yield { entry, occurrence, reasons: reasons.filter((reason) => reason !== null) };
      }
    }
  }
}
