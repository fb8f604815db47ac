import {
  type SearchNarrowing,
  searchFilterSchema,
} from '../../../shared/contract/routes/search.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import { parseQuery } from '../../../shared/search/query.ts';
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

/** 改厕 补贴 户数 → each two of them, then each one; the words to leave out are left out last. */
export function withFewerWords(query: string): string[] {
  const { terms, excluded } = parseQuery(query);
  const words = terms.map((term) =>
    term.kind === 'literal'
      ? quote(term.text)
      : `${quote(term.left)} 近${term.distance} ${quote(term.right)}`,
  );
  const unwanted = excluded.map((text) => `-${quote(text)}`);
  const shorter =
    words.length < 2 ? [] : words.map((word) => words.filter((each) => each !== word));
  const single = words.length < 3 ? [] : words.map((word) => [word]);
  const queries = [...shorter, ...single].map((kept) => [...kept, ...unwanted].join(' '));
  return excluded.length > 0 ? [words.join(' '), ...queries] : queries;
}

function quote(text: string): string {
  return /\s/u.test(text) ? `"${text}"` : text;
}
