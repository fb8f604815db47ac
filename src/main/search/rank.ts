import type { EntryKind } from './entries.ts';
import { ENTRY_KINDS } from './entries.ts';
import type { Occurrence } from './occurrences.ts';

/** A group of documents to show before others, with the reason as the person reads it: 本镇, 同县. */
export interface Preference {
  reason: string;
  documentKeys: ArrayLike<number>;
}

export interface FoundHit {
  entry: number;
  kind: EntryKind;
  documentKey: number;
  occurrence: Occurrence;
  /** The hit lies in a heading of the body. */
  heading: boolean;
  /** All hits of the same entry. */
  siblings: readonly Occurrence[];
}

export interface RankedHit extends FoundHit {
  reasons: string[];
}

/** Titles first, then headings, then the rest. */
function placeOf(hit: FoundHit): number {
  if (hit.kind === 'title') return 0;
  return hit.heading ? 1 : 2;
}

function reasonsOf(hit: FoundHit, preference: Preference | undefined): string[] {
  const reasons: string[] = [];
  if (hit.occurrence.partial) reasons.push('只合数字的一部分');
  if (hit.kind === 'title') reasons.push('在题名中');
  else if (hit.heading) reasons.push('在标题中');
  else if (hit.kind === 'note') reasons.push('在批注中');
  if (preference !== undefined) reasons.push(preference.reason);
  return reasons;
}

/**
 * The order in which hits are shown, each with its reasons in Chinese.
 *
 * 1. Whole numbers before parts of numbers: 1.87亿元 before 11.87亿元.
 * 2. Titles, then headings, then the rest.
 * 3. Preferred documents, the first group first; then the order in which `newestFirst` puts documents.
 * 4. The order of the text.
 */
export function rankHits(
  hits: readonly FoundHit[],
  preferences: readonly Preference[],
  documentOrder: ReadonlyMap<number, number>,
): RankedHit[] {
  const groupOf = new Map<number, number>();
  preferences.forEach(({ documentKeys }, group) => {
    for (let i = 0; i < documentKeys.length; i++) {
      const key = documentKeys[i] as number;
      if (!groupOf.has(key)) groupOf.set(key, group);
    }
  });
  const none = preferences.length;
  const last = documentOrder.size;
  return hits
    .map((hit) => {
      const group = groupOf.get(hit.documentKey) ?? none;
      return {
        hit,
        group,
        partial: Number(hit.occurrence.partial),
        place: placeOf(hit),
        order: documentOrder.get(hit.documentKey) ?? last,
      };
    })
    .sort(
      (left, right) =>
        left.partial - right.partial ||
        left.place - right.place ||
        left.group - right.group ||
        left.order - right.order ||
        inDocumentOrder(left.hit, right.hit),
    )
    .map(({ hit, group }) => ({ ...hit, reasons: reasonsOf(hit, preferences[group]) }));
}

/** By document, then title, body and notes, then the place in the text. */
export function inDocumentOrder(left: FoundHit, right: FoundHit): number {
  return (
    left.documentKey - right.documentKey ||
    Number(left.kind !== 'title') - Number(right.kind !== 'title') ||
    ENTRY_KINDS.indexOf(left.kind) - ENTRY_KINDS.indexOf(right.kind) ||
    left.entry - right.entry ||
    left.occurrence.start - right.occurrence.start
  );
}
