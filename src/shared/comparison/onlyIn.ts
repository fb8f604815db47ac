import type { Span } from '../report/report.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import type { ComparedDocument } from './document.ts';

/** A coined term, slogan or name that one report has and the others do not. */
export interface OwnTerm extends Span {
  term: string;
}

const quoted = /[“「《]([^“”「」《》\n]{2,14})[”」》]/g;

/**
 * What stands in this report alone: its coined terms and whatever it sets in quotation marks or
 * title marks, at the first place it is named, in document order.
 */
export function onlyIn(
  document: ComparedDocument,
  others: readonly Pick<ComparedDocument, 'text'>[],
): OwnTerm[] {
  const elsewhere = others.map(({ text }) => normaliseForSearch(text));
  const named: OwnTerm[] = [
    ...document.analysis.terms.map(({ term, start, end }) => ({ term, start, end })),
    ...Array.from(document.text.matchAll(quoted), (match) => {
      const term = match[1] as string;
      return { term, start: match.index + 1, end: match.index + 1 + term.length };
    }),
  ].sort((a, b) => a.start - b.start);
  const seen = new Set<string>();
  return named.filter(({ term }) => {
    const key = normaliseForSearch(term);
    if (seen.has(key)) return false;
    seen.add(key);
    return elsewhere.every((text) => !text.includes(key));
  });
}
