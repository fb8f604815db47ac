/** A passage speaks of three topics at most. */
const MOST_TOPICS = 3;

/**
 * The topics of a passage that is moved from one row to another: the others it stands under stay. Moved
 * out of the text as a whole (`from` null) it has only the new one; moved to none it has none.
 */
export function movedTopics(
  topics: readonly string[],
  from: string | null,
  to: string | null,
): string[] {
  if (to === null) return [];
  const staying = from === null ? [] : topics.filter((topic) => topic !== from && topic !== to);
  return [to, ...staying].slice(0, MOST_TOPICS);
}
