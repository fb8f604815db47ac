import {
  type SearchNarrowing,
  searchFilterSchema,
} from '../../../shared/contract/routes/search.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import { parseQuery, type QueryTerm, writeQuery } from '../../../shared/search/query.ts';
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
 * 改厕 补贴 户数 → each two of them, then each one. Before these: a search of titles or notes as one of all
 * texts, the words without those to leave out, and literals with punctuation as bare words.
 */
export function withFewerWords(query: string): string[] {
  const { scope, terms, excluded } = parseQuery(query);
  const write = (kept: readonly QueryTerm[], barred = excluded) =>
    writeQuery({ scope, terms: kept, excluded: barred });
  const apart = terms.flatMap(wordsOf);
  const bare = apart.some((term) => !terms.includes(term)) ? [apart] : [];
  const words = terms.length > 1 ? terms : apart;
  const shorter = words.length > MOST_WORDS || words.length < 2 ? [] : words;
  const single = words.length < 3 ? [] : words.slice(0, MOST_WORDS);
  return [
    ...(scope === 'all' ? [] : [terms, ...bare]).map((kept) =>
      writeQuery({ scope: 'all', terms: kept, excluded }),
    ),
    ...(excluded.length > 0 ? [write(terms, [])] : []),
    ...bare.map((kept) => write(kept)),
    ...shorter.map((term) => write(words.filter((each) => each !== term))),
    ...single.map((term) => write([term])),
  ];
}

/** What parts words in people's writing, of which a literal holds it all: 改厕、补贴, 《政府工作报告》, 改厕🎉. */
const BETWEEN_WORDS = /[^\p{L}\p{N}.%‰]+/u;

function wordsOf(term: QueryTerm): QueryTerm[] {
  if (term.kind === 'near') return [term];
  const words = term.text.split(BETWEEN_WORDS).filter((text) => text !== '');
  if (words.length === 0 || words[0] === term.text) return [term];
  return words.map((text) => ({ kind: 'literal', text }));
}
