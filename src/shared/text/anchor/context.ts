import { contextLength, type PassageAnchor } from './anchor.ts';

/** How many units of the described context stand, unbroken, on each side of a place. */
export interface ContextAgreement {
  before: number;
  after: number;
  /** The whole of both contexts stands there, the edges of the text included. */
  whole: boolean;
}

/** Agreement on one side when all of a context of full length stands there. */
export const fullAgreement = contextLength;
/** What standing at the same edge of the text counts: less than words, of which there were none. */
const edgeAgreement = 8;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** True where a cut at `offset` would leave half of a character such as 𠮷 on each side. */
export function splitsCharacter(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    isHighSurrogate(text.charCodeAt(offset - 1)) &&
    isLowSurrogate(text.charCodeAt(offset))
  );
}

export function contextBefore(text: string, offset: number): string {
  const start = Math.max(0, offset - contextLength);
  return text.slice(splitsCharacter(text, start) ? start + 1 : start, offset);
}

export function contextAfter(text: string, offset: number): string {
  const end = Math.min(text.length, offset + contextLength);
  return text.slice(offset, splitsCharacter(text, end) ? end - 1 : end);
}

/**
 * Counts the units of the anchor's context that stand next to `start`…`end`, from the quote
 * outwards, up to the first difference. Where the edge of the text cut the context short, standing
 * at that edge counts a little.
 */
export function contextAgreement(
  text: string,
  start: number,
  end: number,
  anchor: Pick<PassageAnchor, 'prefix' | 'suffix'>,
): ContextAgreement {
  const { prefix, suffix } = anchor;
  let before = 0;
  while (
    before < prefix.length &&
    start - before > 0 &&
    text.charCodeAt(start - before - 1) === prefix.charCodeAt(prefix.length - before - 1)
  ) {
    before += 1;
  }
  let after = 0;
  while (
    after < suffix.length &&
    end + after < text.length &&
    text.charCodeAt(end + after) === suffix.charCodeAt(after)
  ) {
    after += 1;
  }
  const atStart = prefix.length < contextLength - 1 && start === before;
  const atEnd = suffix.length < contextLength - 1 && end + after === text.length;
  const beforeWhole = before === prefix.length && (atStart || prefix.length >= contextLength - 1);
  const afterWhole = after === suffix.length && (atEnd || suffix.length >= contextLength - 1);
  return {
    before: sideAgreement(before, beforeWhole, atStart),
    after: sideAgreement(after, afterWhole, atEnd),
    whole: beforeWhole && afterWhole,
  };
}

/** A context one unit short is full: its cut stepped over a surrogate pair. */
function sideAgreement(units: number, whole: boolean, atEdge: boolean): number {
  if (!whole) return units;
  return atEdge ? Math.min(fullAgreement, units + edgeAgreement) : fullAgreement;
}
