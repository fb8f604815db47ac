import type { ComparedDocument } from '../comparison/document.ts';
import { cutSentences } from '../comparison/sentences.ts';
import type { Span } from '../report/report.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import type { ReviewContext, ReviewSubject } from './finding.ts';

export function toSubject(document: ComparedDocument, context: ReviewContext): ReviewSubject {
  const { text } = document;
  return {
    document,
    text,
    folded: normaliseForSearch(text),
    sentences: cutSentences(text),
    context,
  };
}

/** Every place a pattern with the g flag matches, with its groups. */
export function findAll(text: string, pattern: RegExp): (Span & { groups: string[] })[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: match.map((group) => group ?? ''),
  }));
}

/** Every place where `words` stand. */
export function findWords(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    spans.push({ start: at, end: at + words.length });
  }
  return spans;
}

/** A short quotation for a message. */
export function quote(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).trim();
  return `“${words.length > 24 ? `${words.slice(0, 23)}…` : words}”`;
}

/** Where in a sorted list of sentences `offset` stands. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}
