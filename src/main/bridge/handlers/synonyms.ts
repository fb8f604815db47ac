import type { SearchNarrowing } from '../../../shared/contract/routes/search.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { parseQuery, writeQuery } from '../../../shared/search/query.ts';
import { expandQuery, type SynonymGroup } from '../../../shared/search/synonyms.ts';
import { normaliseForSearch } from '../../../shared/text/normalise.ts';
import type { HandlerContext, SearchContext } from '../context.ts';

/** Pairs that the person added: the one stands for the other. */
const SETTING = 'own-synonyms';
type OwnPair = [string, string];

async function readOwn({ store }: Pick<SearchContext, 'store'>): Promise<OwnPair[]> {
  return ((await store.readSetting(SETTING)) ?? []) as OwnPair[];
}

/** The other wordings of a query's words, from the shipped list and the person's own. */
export async function listWordings(
  context: SearchContext,
  query: string,
): Promise<{ term: string; wording: string; own: boolean }[]> {
  const own = await readOwn(context);
  const shipped = (await context.knowledge()).synonyms;
  return expandQuery(parseQuery(query), [...shipped, ...own]).map(({ term, wording }) => ({
    term,
    wording,
    own: own.some((pair) => isPair(pair, term, wording)),
  }));
}

/** Each wording is counted by itself, so that one without a hit can be shown as such; but where the query looks. */
export async function offerSynonyms(
  context: SearchContext,
  request: SearchNarrowing,
): Promise<Output<'search.synonyms'>> {
  const { expansions: _, ...wanted } = request;
  const { scope, excluded } = parseQuery(request.query);
  const chips: Output<'search.synonyms'>['chips'] = [];
  for (const offer of await listWordings(context, request.query)) {
    const terms = [{ kind: 'literal' as const, text: offer.wording }];
    const query = writeQuery({ scope, terms, excluded });
    chips.push({ ...offer, count: await context.search.countTotal({ ...wanted, query }) });
  }
  return { chips };
}

export async function addSynonym(
  context: HandlerContext,
  { term, wording }: Parsed<'search.addSynonym'>,
): Promise<Output<'search.addSynonym'>> {
  const own = await readOwn(context);
  if (!own.some((pair) => isPair(pair, term, wording))) {
    await context.store.writeSetting(SETTING, [...own, [term, wording]]);
  }
  return {};
}

export async function removeSynonym(
  context: HandlerContext,
  { term, wording }: Parsed<'search.removeSynonym'>,
): Promise<Output<'search.removeSynonym'>> {
  const own = await readOwn(context);
  const kept = own.filter((pair) => !isPair(pair, term, wording));
  await context.store.writeSetting(SETTING, kept);
  return {};
}

function isPair(pair: SynonymGroup, term: string, wording: string): boolean {
  const words = pair.map(normaliseForSearch);
  return words.includes(normaliseForSearch(term)) && words.includes(normaliseForSearch(wording));
}
