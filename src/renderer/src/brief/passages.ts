import type { ListedPassage, ListedTopic } from '../../../shared/brief/listed.ts';
import type { Span } from '../../../shared/report/report.ts';
import type { BriefDraft } from './draft.ts';
import { moveItem } from './parts.ts';

type Excerpt = NonNullable<BriefDraft['excerpts']>[number];

/**
 * The draft with what the page shows taken for chosen by hand, so that it can be changed passage by
 * passage: from then on nothing is filled up or taken away by itself.
 */
export function takeOver(draft: BriefDraft, listed: readonly ListedTopic[]): BriefDraft {
  return {
    ...draft,
    chosenOnly: true,
    topics: listed.flatMap(({ topic }) => topic ?? []),
    excerpts: listed.flatMap(({ topic, passages }) =>
      passages.map((passage) => excerptOf(passage, topic)),
    ),
  };
}

function excerptOf({ documentId, start, end, cuts }: ListedPassage, topic: string | null): Excerpt {
  return {
    documentId,
    start,
    end,
    ...(topic === null ? {} : { topic }),
    ...(cuts.length === 0 ? {} : { cuts }),
  };
}

const isOf = (passage: ListedPassage) => (excerpt: Excerpt) =>
  excerpt.documentId === passage.documentId &&
  excerpt.start === passage.start &&
  excerpt.end === passage.end;

/** Without the passage, and without the notes on it, which would bring it back. */
export function takeOut(
  draft: BriefDraft,
  listed: readonly ListedTopic[],
  passage: ListedPassage,
): BriefDraft {
  const taken = takeOver(draft, listed);
  return {
    ...taken,
    excerpts: (taken.excerpts ?? []).filter((excerpt) => !isOf(passage)(excerpt)),
    omittedNotes: [...new Set([...(draft.omittedNotes ?? []), ...passage.notes])],
  };
}

/** Leaves words of the passage out: they are printed as ……. */
export function cutPassage(
  draft: BriefDraft,
  listed: readonly ListedTopic[],
  passage: ListedPassage,
  cuts: readonly Span[],
): BriefDraft {
  const taken = takeOver(draft, listed);
  const { cuts: _, ...whole } = passage;
  return {
    ...taken,
    excerpts: (taken.excerpts ?? []).map((excerpt) =>
      isOf(passage)(excerpt)
        ? excerptOf({ ...whole, cuts: [...cuts] }, excerpt.topic ?? null)
        : excerpt,
    ),
  };
}

/** Moves a passage within its topic; in a table it moves within its column. */
export function movePassage(
  draft: BriefDraft,
  listed: readonly ListedTopic[],
  topic: string | null,
  [from, to]: readonly [number, number],
): BriefDraft {
  return takeOver(
    draft,
    listed.map((each) =>
      each.topic === topic ? { ...each, passages: moveItem(each.passages, from, to) } : each,
    ),
  );
}

/** Puts a passage under another topic, at its end. */
export function refilePassage(
  draft: BriefDraft,
  listed: readonly ListedTopic[],
  passage: ListedPassage,
  topic: string,
): BriefDraft {
  const taken = takeOver(draft, listed);
  const others = (taken.excerpts ?? []).filter((excerpt) => !isOf(passage)(excerpt));
  return {
    ...taken,
    topics: [...new Set([...(taken.topics ?? []), topic])],
    excerpts: [...others, excerptOf(passage, topic)],
  };
}

/** Where a quotation may be cut: its clauses, marks and all. */
export function clausesOf({ text, start }: Pick<ListedPassage, 'text' | 'start'>): Span[] {
  const clauses: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/[，,；;：:。！？!?、\n]+[”’」』）)》]*/gu)) {
    const to = match.index + match[0].length;
    clauses.push({ start: start + from, end: start + to });
    from = to;
  }
  if (from < text.length) clauses.push({ start: start + from, end: start + text.length });
  return clauses;
}

/** The cuts with a clause left out, or taken in again; neighbours are one cut. */
export function toggleClause(cuts: readonly Span[], clause: Span): Span[] {
  const left = cuts.flatMap((cut) => [
    { start: cut.start, end: Math.min(cut.end, clause.start) },
    { start: Math.max(cut.start, clause.end), end: cut.end },
  ]);
  const kept = left.filter(({ start, end }) => start < end);
  const all = isCut(cuts, clause) ? kept : [...kept, clause];
  const joined: Span[] = [];
  for (const cut of all.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && cut.start <= last.end) last.end = Math.max(last.end, cut.end);
    else joined.push({ ...cut });
  }
  return joined;
}

export function isCut(cuts: readonly Span[], { start, end }: Span): boolean {
  return cuts.some((cut) => cut.start <= start && end <= cut.end);
}
