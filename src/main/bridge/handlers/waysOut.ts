import {
  type SearchNarrowing,
  searchFilterSchema,
} from '../../../shared/contract/routes/search.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import type { HandlerContext } from '../context.ts';

/** What a search without hits would find with one filter or one word less. */
export async function findWaysOut(
  { search }: HandlerContext,
  request: SearchNarrowing,
): Promise<Output<'search.waysOut'>> {
  const without: Output<'search.waysOut'>['without'] = [];
  for (const filter of searchFilterSchema.options) {
    if (!request[filter]) continue;
    const total = await search.countTotal({ ...request, [filter]: undefined });
    if (total > 0) without.push({ filter, total });
  }
  const fewer: Output<'search.waysOut'>['fewer'] = [];
  for (const query of withFewerWords(request.query)) {
    const total = await search.countTotal({ ...request, query });
    if (total > 0) fewer.push({ query, total });
  }
  return { without, fewer };
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
