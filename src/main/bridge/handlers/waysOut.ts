import {
  type SearchNarrowing,
  searchFilterSchema,
} from '../../../shared/contract/routes/search.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import { parseQuery, type QueryTerm, writeQuery } from '../../../shared/search/query.ts';
import { cutClauses } from '../../../shared/text/clauses.ts';
import type { SearchContext } from '../context.ts';
import { listWordings } from './synonyms.ts';

type WaysOut = Output<'search.waysOut'>;

/** What a search without hits would find with one filter, with one word less, or with another wording. */
export async function findWaysOut(
  context: SearchContext,
  request: SearchNarrowing,
): Promise<WaysOut> {
  const count = (changed: SearchNarrowing) => context.search.countTotal(changed);
  const filters = searchFilterSchema.options.filter((filter) => request[filter]);
  const { query, expansions = [] } = request;
  const unfiltered = { query, expansions };

  const without: WaysOut['without'] = [];
  for (const filter of filters) {
    without.push({ filter, total: await count({ ...request, [filter]: undefined }) });
  }
  const fewerIn = async (scope: SearchNarrowing, everywhere: boolean) => {
    const fewer: WaysOut['fewer'] = [];
    for (const shorter of withFewerWords(query)) {
      const total = await count({ ...scope, query: shorter });
      if (total > 0) fewer.push({ query: shorter, total, everywhere });
    }
    return fewer;
  };
  const fewer = await fewerIn(request, false);
  const wordings: WaysOut['wordings'] = [];
  for (const { term, wording } of await listWordings(context, query)) {
    const widened = [...expansions, { term, wordings: [wording] }];
    const total = await count({ ...request, expansions: widened });
    if (total > 0) wordings.push({ term, wording, total });
  }
  return {
    without: without.filter(({ total }) => total > 0),
    withoutAll: filters.length > 1 ? await count(unfiltered) : 0,
    fewer: fewer.length > 0 || filters.length === 0 ? fewer : await fewerIn(unfiltered, true),
    wordings,
  };
}

/** Of a longer query only the first words are offered alone, and leaving out one of them helps nobody. */
const MOST_WORDS = 6;

/**
 * 改厕 补贴 户数 → each two of them, then each one; the words to leave out are left out last. A literal
 * of several clauses, 改厕,补贴, is offered as words; and a search of titles or notes as one of all texts.
 */
export function withFewerWords(query: string): string[] {
  const { scope, terms, excluded } = parseQuery(query);
  const write = (kept: readonly QueryTerm[], barred = excluded) =>
    writeQuery({ scope, terms: kept, excluded: barred });
  const apart = terms.flatMap(clausesOf);
  const shorter = terms.length > MOST_WORDS || terms.length < 2 ? [] : terms;
  const single = terms.length < 3 ? [] : terms.slice(0, MOST_WORDS);
  return [
    ...(scope === 'all' ? [] : [writeQuery({ scope: 'all', terms, excluded })]),
    ...(excluded.length > 0 ? [write(terms, [])] : []),
    ...(apart.length > terms.length ? [write(apart)] : []),
    ...shorter.map((term) => write(terms.filter((each) => each !== term))),
    ...single.map((term) => write([term])),
  ];
}

function clausesOf(term: QueryTerm): QueryTerm[] {
  if (term.kind === 'near') return [term];
  const bounds = cutClauses(term.text);
  const runs: QueryTerm[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    runs.push({ kind: 'literal', text: term.text.slice(bounds[i], bounds[i + 1]) });
  }
  return runs.length > 1 ? runs : [term];
}
