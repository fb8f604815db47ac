import type { Span } from '../../shared/report/report.ts';
import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import type { Matches } from './exact.ts';
import { findExcerpt } from './excerpt.ts';
import type { PieceReader } from './pieces.ts';
import { occurrencesBetween, type RankedHit } from './rank.ts';
import type { DocumentCount, SearchHit } from './request.ts';

/** A hit as the page shows it. */
export function toSearchHit(
  { entry, occurrence, reasons }: RankedHit,
  excerpt: Span,
  ranges: readonly Span[],
  entries: EntryTable,
): SearchHit {
  return {
    documentKey: entries.documentKey[entry] as number,
    kind: ENTRY_KINDS[entries.kind[entry] as number] as EntryKind,
    noteKey: entries.noteKey[entry] as number,
    start: occurrence.start,
    end: occurrence.end,
    excerptStart: excerpt.start,
    excerptEnd: excerpt.end,
    ranges: ranges
      .filter(({ start, end }) => start >= excerpt.start && end <= excerpt.end)
      .map(({ start, end }) => ({ start, end })),
    reasons,
  };
}

/** Adds to a hit what is shown of it. */
function show(
  hit: RankedHit,
  excerpt: Span,
  terms: readonly Matches[],
  entries: EntryTable,
): SearchHit {
  const { entry, occurrence } = hit;
  const first = entries.firstClause[entry] as number;
  const end = entries.endClause[entry] as number;
  // A clause takes two characters or more, with what ends it.
  const from = occurrence.clause - Math.ceil((occurrence.start - excerpt.start) / 2);
  const to = occurrence.clause + Math.ceil((excerpt.end - occurrence.start) / 2) + 1;
  const ranges = occurrencesBetween(terms, Math.max(first, from), Math.min(end, to));
  return toSearchHit(hit, excerpt, ranges, entries);
}

/** Every occurrence by itself, document by document: title, body, notes. */
export function listHits(
  reader: PieceReader,
  terms: readonly Matches[],
  entries: EntryTable,
  counts: Int32Array,
): SearchHit[] {
  const found: number[] = [];
  counts.forEach((count, entry) => {
    if (count > 0) found.push(entry);
  });
  const isTitle = (entry: number) => ENTRY_KINDS[entries.kind[entry] as number] === 'title';
  const keyOf = (entry: number) => entries.documentKey[entry] as number;
  found.sort(
    (left, right) =>
      keyOf(left) - keyOf(right) ||
      Number(isTitle(right)) - Number(isTitle(left)) ||
      (entries.kind[left] as number) - (entries.kind[right] as number) ||
      left - right,
  );
  return found.flatMap((entry) =>
    occurrencesBetween(
      terms,
      entries.firstClause[entry] as number,
      entries.endClause[entry] as number,
    ).map((occurrence) => {
      const hit = { entry, occurrence, reasons: [] };
      return show(hit, findExcerpt(reader, occurrence), terms, entries);
    }),
  );
}

/**
 * One page of sentences. An occurrence inside an excerpt that is shown already is no hit of its own.
 *
 * @param cursor how many sentences the pages before had.
 */
export function pageOf(
  reader: PieceReader,
  ranked: Iterable<RankedHit>,
  terms: readonly Matches[],
  entries: EntryTable,
  limit: number,
  cursor: string | null | undefined,
): { hits: SearchHit[]; nextCursor: string | null } {
  const from = Number(cursor ?? 0);
  const shown = new Map<number, Span[]>();
  const hits: SearchHit[] = [];
  let sentences = 0;
  for (const hit of ranked) {
    const { start, end } = hit.occurrence;
    const excerpts = shown.get(hit.entry) ?? [];
    if (excerpts.some((excerpt) => start >= excerpt.start && end <= excerpt.end)) continue;
    if (hits.length === limit) return { hits, nextCursor: String(sentences) };
    const excerpt = findExcerpt(reader, hit.occurrence);
    excerpts.push(excerpt);
    shown.set(hit.entry, excerpts);
    if (sentences >= from) hits.push(show(hit, excerpt, terms, entries));
    sentences++;
  }
  return { hits, nextCursor: null };
}

export function countByDocument(counts: Int32Array, entries: EntryTable): DocumentCount[] {
  const groups: DocumentCount[] = [];
  // Most libraries have their documents in the order of their keys: others alone need looking up.
  let known: Map<number, DocumentCount> | undefined;
  let last: DocumentCount | undefined;
  for (let entry = 0; entry < counts.length; entry++) {
    const count = counts[entry] as number;
    if (count === 0) continue;
    const documentKey = entries.documentKey[entry] as number;
    if (last !== undefined && documentKey < last.documentKey) {
      known ??= new Map(groups.map((group) => [group.documentKey, group]));
    }
    const group = last?.documentKey === documentKey ? last : known?.get(documentKey);
    if (group !== undefined) {
      group.count += count;
      continue;
    }
    last = { documentKey, count };
    known?.set(documentKey, last);
    groups.push(last);
  }
  return known === undefined
    ? groups
    : groups.sort((left, right) => left.documentKey - right.documentKey);
}
