import { z } from 'zod';
import type { Brief, Excerpt } from './brief.ts';

/** A passage as it stands in a brief: what the person may take out, move or cut, but not alter. */
export const listedPassageSchema = z.strictObject({
  /** Of the excerpt in the page. */
  excerptId: z.string(),
  documentId: z.string(),
  town: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  cuts: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  /** Ids of the notes on it. */
  notes: z.array(z.string()),
});
export type ListedPassage = z.infer<typeof listedPassageSchema>;

export const listedTopicSchema = z.strictObject({
  /** Null for passages that no printed topic takes. */
  topic: z.string().nullable(),
  name: z.string(),
  passages: z.array(listedPassageSchema),
});
export type ListedTopic = z.infer<typeof listedTopicSchema>;

/** The passages of a brief under their topics, in printed order. */
export function listPassages(
  brief: Brief,
  textOf: (documentId: string) => string | undefined,
): ListedTopic[] {
  const toListed = (excerpts: readonly Excerpt[]) =>
    excerpts.map((excerpt) => toPassage(excerpt, textOf(excerpt.citation.documentId) ?? ''));
  return brief.parts.flatMap((part): ListedTopic[] => {
    if (part.part === 'excerpts') {
      return part.topics.map(({ id, name, excerpts }) => ({
        topic: id ?? null,
        name,
        passages: toListed(excerpts),
      }));
    }
    if (part.part !== 'comparison') return [];
    return part.rows.map(({ id, name, cells }) => ({
      topic: id ?? null,
      name,
      passages: toListed(cells.flatMap(({ excerpts }) => excerpts)),
    }));
  });
}

function toPassage(
  { id, slices, whole, citation, annotations }: Excerpt,
  text: string,
): ListedPassage {
  const start = whole?.start ?? slices[0]?.start ?? 0;
  const end = whole?.end ?? slices.at(-1)?.end ?? start;
  const edges = [start, ...slices.flatMap((slice) => [slice.start, slice.end]), end];
  const cuts = edges.flatMap((from, at) => {
    const to = edges[at + 1] ?? from;
    return at % 2 === 0 && from < to ? [{ start: from, end: to }] : [];
  });
  return {
    excerptId: id,
    documentId: citation.documentId,
    town: citation.town,
    start,
    end,
    text: text.slice(start, end),
    cuts,
    notes: annotations.map((annotation) => annotation.id),
  };
}
