import type { Span } from '../../report/report.ts';
import type { PassageAnchor, Twins } from './anchor.ts';
import { contextAfter, contextAgreement, contextBefore, splitsCharacter } from './context.ts';
import { occurrencesOf } from './occurrences.ts';

/**
 * Describes a passage of `text` so that `matchPassage` can find it again after the text was
 * corrected. A span that cuts a character in half is widened to the whole character.
 *
 * @throws RangeError for an empty span and one outside the text: a note is always on some words.
 */
export function describePassage(text: string, span: Span): PassageAnchor {
  if (!(span.start >= 0 && span.start < span.end && span.end <= text.length)) {
    throw new RangeError(`no passage at ${span.start}–${span.end} of ${text.length}`);
  }
  const start = splitsCharacter(text, span.start) ? span.start - 1 : span.start;
  const end = splitsCharacter(text, span.end) ? span.end + 1 : span.end;
  const quote = text.slice(start, end);
  const prefix = contextBefore(text, start);
  const suffix = contextAfter(text, end);
  return {
    start,
    end,
    quote,
    prefix,
    suffix,
    twins: findTwins(text, start, quote, prefix, suffix),
  };
}

function findTwins(
  text: string,
  ownStart: number,
  quote: string,
  prefix: string,
  suffix: string,
): Twins {
  const places = occurrencesOf(text, quote);
  let closest = 0;
  for (const start of places) {
    if (start === ownStart) continue;
    const { before, after } = contextAgreement(text, start, start + quote.length, {
      prefix,
      suffix,
    });
    closest = Math.max(closest, before + after);
  }
  return { count: places.length, index: places.indexOf(ownStart), closest };
}
