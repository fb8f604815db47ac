import type { Span } from '../report/report.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import type { ComparedDocument } from './document.ts';
import { findNamedThings, type NamedThing } from './namedThings.ts';

/** 提法, 项目 or 举措 that one report has and the others do not. */
export interface OwnTerm extends Span {
  term: string;
  kind: 'term' | NamedThing['kind'];
}

const quoted = /[“「《]([^“”「」《》\n]{2,14})[”」》]/g;

/**
 * What stands in this report alone: its coined terms and whatever it sets in quotation marks or title
 * marks, its named projects and its named measures, at the first place each is named, in document order.
 */
export function onlyIn(
  document: ComparedDocument,
  others: readonly Pick<ComparedDocument, 'text'>[],
): OwnTerm[] {
  const elsewhere = others.map(({ text }) => normaliseForSearch(text));
  const named: OwnTerm[] = [
    ...document.analysis.terms.map(({ term, start, end }) => ({
      term,
      start,
      end,
      kind: 'term' as const,
    })),
    ...Array.from(document.text.matchAll(quoted), (match) => {
      const term = match[1] as string;
      const start = match.index + 1;
      return { term, start, end: start + term.length, kind: 'term' as const };
    }),
    ...findNamedThings(document.text).map(({ name, ...thing }) => ({ term: name, ...thing })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const seen = new Set<string>();
  let toldUpTo = 0;
  return named.filter(({ term, start, end }) => {
    const key = normaliseForSearch(term);
    if (seen.has(key)) return false;
    seen.add(key);
    // “两个一” inside “两个一”工程 is told once.
    if (start < toldUpTo || elsewhere.some((text) => text.includes(key))) return false;
    toldUpTo = end;
    return true;
  });
}
