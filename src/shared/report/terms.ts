import type { CoinedTerm } from './report.ts';
import { sourceSpan, type TextView } from './view.ts';

const quoted = /“([^“”。;]{2,16})”/g;
const coinedShape =
  /^\d+$|^[\dA-Z]+(?:\+[\dA-Z]+)+$|^[一二三四五六七八九十两]{2,}$|[一二三四五六七八九十两\d](?:个)?[\u4e00-\u9fff]{1,3}[一二三四五六七八九十两\d]|^[两三四五六七八九十双][\u4e00-\u9fff]{1,5}$/;
const explains =
  /^(?:[\u4e00-\u9fff]{0,6}[,(:](?:即|就是|是指|指|包括)|[\u4e00-\u9fff]{0,4}(?:就是|是指|指的是|具体是)|即|\((?=[^()。]*、)):?/;

/**
 * Slogans and coined terms in quotes: “1253”, “三清一增”, each once where it first stands, with the
 * words that explain it if they follow (“即围绕一个目标,实施‘两个一’工程,…”).
 */
export function findTerms(view: TextView): CoinedTerm[] {
  const found = new Map<string, CoinedTerm>();
  for (const match of view.text.matchAll(quoted)) {
    const term = match[1] ?? '';
    if (!coinedShape.test(term) || /^十[一二三四五]五$/.test(term)) continue;
    const start = match.index + 1;
    const end = start + term.length;
    const explanation = findExplanation(view, end + 1);
    const known = found.get(term);
    if (known !== undefined) {
      if (known.explanation === null && explanation !== null) known.explanation = explanation;
      continue;
    }
    found.set(term, { ...sourceSpan(view, start, end), term, explanation });
  }
  return [...found.values()];
}

function findExplanation(view: TextView, from: number): CoinedTerm['explanation'] {
  const lead = explains.exec(view.text.slice(from, from + 20));
  if (lead === null) return null;
  const start = from + lead[0].length;
  const length = view.text.slice(start, start + 160).search(/[。;)]/);
  return length <= 0 ? null : sourceSpan(view, start, start + length);
}
