import type { Span } from '../report/report.ts';

/** A stop with what closes after it; or the place before a label such as (一) or, after a blank, 二、. */
const sentenceEnds =
  /[\u3002!?;\uff01\uff1f\uff1b\n]+[”’」』)\uff09]*|(?=[(\uff08][一二三四五六七八九十]{1,3}[)\uff09])|\s(?=[一二三四五六七八九十]{1,3}、)/g;

/**
 * Cuts a text into sentences for matching one text against another; a semicolon ends one too, as
 * reports string their measures with them. Blanks at the edges belong to none.
 */
export function cutSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(sentenceEnds)) add(match.index + match[0].length);
  add(text.length);
  return sentences;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0x3000 || unit === 0xa0;
}
