import { cutClauses } from '../text/clauses.ts';
import { normaliseForSearch } from '../text/normalise.ts';

/** Where to look: everywhere, in titles and headings, or in notes. */
export type SearchScope = 'all' | 'heading' | 'note';

/** Something that must occur: a literal, or two literals at most `distance` characters apart. */
export type QueryTerm =
  | { kind: 'literal'; text: string }
  | { kind: 'near'; left: string; right: string; distance: number };

export interface SearchQuery {
  scope: SearchScope;
  /** All of them must occur. Texts are normalised. */
  terms: QueryTerm[];
  /** None of them may occur. */
  excluded: string[];
  /** What is odd about the query, in Chinese; null where nothing is. */
  hint: string | null;
}

/** Longer queries are refused: nobody types them, and a pasted page is no question. */
export const LONGEST_QUERY = 500;

const OPENING_QUOTE = /^["“”＂「]/;
const OPENING_QUOTES = /^(?:["“”＂「」]\s*)+/;
const CLOSING_QUOTE = /["“”＂「」]/;
const MINUS = /^[-－](?![\d０-９])/;
const SCOPE = /^(标题|標題|批注|批註)[:：]/;
/** Compares as white space though `\s` leaves it out, and comes with what is copied from the web. */
const UNSEEN_SPACE = /[\u0085\u200b]/g;
const NEAR = /^近(\d{1,4})$/;
const TOO_FAR = /^近\d{5,}$/;
/** A word behind it was meant to be left out. */
const LONE_MINUS = /^\s+\S/;
const QUOTES = /["“”＂「」]/g;

interface Token {
  text: string;
  quoted: boolean;
  excluded: boolean;
}

interface TokenList {
  tokens: Token[];
  scopes: Set<SearchScope>;
  hint: string | null;
}

function isPunctuation(text: string): boolean {
  return cutClauses(normaliseForSearch(text)).length === 0;
}

/** End of a quoted phrase that begins at `start`: a closing quote with nothing but space behind it. */
function endOfQuote(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    if (!CLOSING_QUOTE.test(text[i] ?? '')) continue;
    if (i + 1 === text.length || /\s/.test(text[i + 1] ?? '')) return i;
  }
  return -1;
}

function tokenise(query: string): TokenList {
  const list: TokenList = { tokens: [], scopes: new Set(), hint: null };
  let rest = query.replace(UNSEEN_SPACE, ' ').trim();
  while (rest !== '') {
    const scope = SCOPE.exec(rest);
    if (scope !== null) {
      list.scopes.add(scope[1]?.startsWith('批') ? 'note' : 'heading');
      rest = rest.slice(scope[0].length).trimStart();
      continue;
    }
    const excluded = MINUS.test(rest);
    if (excluded) rest = rest.slice(1);
    if (excluded && LONE_MINUS.test(rest)) {
      list.hint = '“-”要紧挨着要排除的词，如“-补贴”；现在没有排除。';
    }
    const quoted = OPENING_QUOTE.test(rest);
    const close = quoted ? endOfQuote(rest, 1) : -1;
    if (quoted && close > 1) {
      list.tokens.push({ text: rest.slice(1, close), quoted: true, excluded });
      rest = rest.slice(close + 1).trimStart();
      continue;
    }
    const end = rest.search(/\s/);
    const word = end < 0 ? rest : rest.slice(0, end);
    if (!quoted && (word.match(QUOTES)?.length ?? 0) % 2 === 1) {
      list.hint = '引号没有成对，已连同引号照原样检索。';
    }
    // A quote inside a longer word, “三区一城”建设, is part of what was typed.
    if (quoted && !CLOSING_QUOTE.test(word.slice(1))) {
      list.hint = '引号没有闭合，已按引号后的全部文字检索。';
      list.tokens.push({ text: rest.replace(OPENING_QUOTES, ''), quoted: true, excluded });
      break;
    }
    list.tokens.push({ text: word, quoted: false, excluded });
    rest = end < 0 ? '' : rest.slice(end).trimStart();
  }
  return list;
}

/** The distance of “近10”; null of any other word. */
function distanceOf(token: Token | undefined): number | null {
  if (token === undefined || token.quoted) return null;
  const near = NEAR.exec(normaliseForSearch(token.text));
  return near === null ? null : Number(near[1]);
}

/** A 近10 B 近5 C is two pairs. “近10” without a word on either side is a word like any other. */
function join(tokens: readonly Token[]): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let isPaired = false;
  for (let i = 0; i < tokens.length; i++) {
    const text = normaliseForSearch(tokens[i]?.text ?? '');
    const distance = distanceOf(tokens[i + 1]);
    const after = tokens[i + 2];
    if (distance !== null && after !== undefined) {
      terms.push({ kind: 'near', left: text, right: normaliseForSearch(after.text), distance });
      isPaired = true;
      i++;
      continue;
    }
    const repeated = terms.some((term) => term.kind === 'literal' && term.text === text);
    if (!isPaired && !repeated) terms.push({ kind: 'literal', text });
    isPaired = false;
  }
  return terms;
}

/** What is odd about words that can be searched for all the same. */
function hintFor(
  searched: readonly Token[],
  terms: readonly QueryTerm[],
  excluded: readonly string[],
): string | null {
  const literals = terms.flatMap((term) => (term.kind === 'literal' ? [term.text] : []));
  const alone = searched.find(
    (token) => distanceOf(token) !== null && literals.includes(normaliseForSearch(token.text)),
  );
  if (alone !== undefined) {
    return `“${alone.text}”前后各有一个词才按相距字数找，如“改厕 近10 补贴”；已照字面检索。`;
  }
  // Between two words a distance was meant: 改厕 近99999 补贴.
  const far = searched
    .slice(1, -1)
    .find(({ text, quoted }) => !quoted && TOO_FAR.test(normaliseForSearch(text)));
  if (far !== undefined) {
    return `相距字数最多写四位，如“近10”；“${far.text}”已照字面检索。`;
  }
  const both = literals.find((text) => excluded.some((unwanted) => text.includes(unwanted)));
  return both === undefined ? null : `“${both}”也在排除之列，写到它的各节都不算。`;
}

/**
 * Reads what a person typed into the search box. Never throws; what cannot be meant is answered with a
 * hint, and `terms` is empty where there is nothing to search for.
 *
 * - words apart: all must occur (改厕 补贴)
 * - “短语” or "短语": exactly this, white space included. A quote inside a word is part of the word.
 * - -排除: must not occur. Before a digit the hyphen is a minus sign (-5.2%).
 * - A 近10 B: at most ten characters apart, in either order; B may have a 近5 C of its own
 * - 标题:… and 批注:… search only titles and headings, or only notes
 */
export function parseQuery(query: string): SearchQuery {
  const nothing = (hint: string): SearchQuery => ({ scope: 'all', terms: [], excluded: [], hint });
  if (query.trim() === '') return nothing('请输入要检索的词句。');
  if (query.length > LONGEST_QUERY) {
    return nothing(`检索词过长（${query.length} 字），请缩短到 ${LONGEST_QUERY} 字以内。`);
  }
  const { tokens, scopes, hint } = tokenise(query);
  if (scopes.size > 1) return nothing('“标题：”与“批注：”不能同时使用，请只留一个。');
  const [scope = 'all'] = scopes;
  const searched: Token[] = [];
  const excluded: string[] = [];
  let dropped = false;
  for (const token of tokens) {
    if (token.text.trim() === '' || (!token.quoted && isPunctuation(token.text))) {
      dropped = true;
    } else if (token.excluded) excluded.push(normaliseForSearch(token.text));
    else searched.push(token);
  }
  if (searched.length === 0) {
    if (excluded.length > 0) return nothing('只有要排除的词，请再写上要检索的词。');
    if (scopes.size > 0 && !dropped) return nothing('“标题：”“批注：”之后请写要检索的词。');
    return nothing('只有标点，没有可检索的字词；要查标点本身，请加引号，如“。”。');
  }
  const terms = join(searched);
  return { scope, terms, excluded, hint: hint ?? hintFor(searched, terms, excluded) };
}

const SCOPE_NAMES: Record<SearchScope, string> = { all: '', heading: '标题:', note: '批注:' };

/** A literal as it has to be typed to be read as such. */
export function writeLiteral(text: string): string {
  const { scope, terms, excluded, hint } = parseQuery(text);
  const [term] = terms;
  // A quote that begins a word may find its end in another word.
  const isPlain =
    !OPENING_QUOTE.test(text) &&
    scope === 'all' &&
    terms.length === 1 &&
    term?.kind === 'literal' &&
    term.text === text &&
    excluded.length === 0 &&
    hint === null;
  return isPlain ? text : `"${text}"`;
}

type WrittenQuery = Pick<SearchQuery, 'scope'> & {
  readonly [Part in 'terms' | 'excluded']: readonly SearchQuery[Part][number][];
};

/** A query as it may be typed: what `parseQuery` reads as the same. */
export function writeQuery({ scope, terms, excluded }: WrittenQuery): string {
  const words = terms.map((term) =>
    term.kind === 'literal'
      ? writeLiteral(term.text)
      : `${writeLiteral(term.left)} 近${term.distance} ${writeLiteral(term.right)}`,
  );
  // Before a digit the hyphen would be a minus sign.
  const unwanted = excluded.map((text) =>
    /^\d/.test(text) ? `-"${text}"` : `-${writeLiteral(text)}`,
  );
  return SCOPE_NAMES[scope] + [...words, ...unwanted].join(' ');
}
