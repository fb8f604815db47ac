import { normaliseForSearch } from '../text/normalise.ts';
import type { SearchQuery } from './query.ts';

/** Wordings that may stand for each other, such as 改厕, 厕所革命, 旱厕改造. */
export type SynonymGroup = readonly string[];

/** A further wording offered beside what was typed. It counts only once the person lets it stand. */
export interface ExpansionChip {
  /** The word of the query, as it stands there. */
  term: string;
  wording: string;
}

/**
 * Offers the other wordings of a query's words. Nothing is searched for that is not shown: the chips
 * that the person keeps are handed to the search as expansions. A word is expanded where it is itself a
 * wording of a group, not where it merely holds one; a proximity and an excluded word stay as typed.
 */
export function expandQuery(query: SearchQuery, groups: readonly SynonymGroup[]): ExpansionChip[] {
  const typed = new Set(query.terms.map((term) => (term.kind === 'literal' ? term.text : '')));
  const chips = new Map<string, ExpansionChip>();
  for (const term of query.terms) {
    if (term.kind !== 'literal') continue;
    for (const group of groups) {
      const wordings = group.map(normaliseForSearch);
      if (!wordings.includes(term.text)) continue;
      group.forEach((wording, i) => {
        const normalised = wordings[i] as string;
        const isNew = !typed.has(normalised) && !query.excluded.includes(normalised);
        if (isNew) chips.set(`${term.text} ${normalised}`, { term: term.text, wording });
      });
    }
  }
  return [...chips.values()];
}

/** The chips that were kept, as the search wants them. */
export function expansionsOf(
  chips: readonly ExpansionChip[],
): { term: string; wordings: string[] }[] {
  const byTerm = new Map<string, string[]>();
  for (const { term, wording } of chips) byTerm.set(term, [...(byTerm.get(term) ?? []), wording]);
  return Array.from(byTerm, ([term, wordings]) => ({ term, wordings }));
}
