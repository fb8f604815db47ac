import type { Span } from '../../report/report.ts';

/**
 * Where a note was put, described so that the place can be found again in a corrected text: the
 * offsets, the exact words, and a fixed number of characters on both sides. Chinese has no blanks
 * to widen a context to, so its length is fixed.
 */
export interface PassageAnchor extends Span {
  quote: string;
  /** The characters before the quote, at most `contextLength`; shorter only at the start of the text. */
  prefix: string;
  /** The characters after the quote, at most `contextLength`; shorter only at the end of the text. */
  suffix: string;
  /** The other places in the described text where the same words stood. */
  twins: Twins;
}

/** What is known of the other places with the same wording, so that none of them is mistaken for ours. */
export interface Twins {
  /** How many times the quote stood in the text, ours included. */
  count: number;
  /** Which of them was ours, from 0 in document order. */
  index: number;
  /**
   * The largest context agreement (see `contextAgreement`) of any other place with ours; 0 without one.
   * After an edit, a place is ours only if its context agrees better than this twin's did.
   */
  closest: number;
}

export type PassageMatch =
  | { state: 'anchored'; span: Span }
  /** Nothing was decided; the candidates are for the person, best first. */
  | { state: 'review'; candidates: Span[] }
  | { state: 'orphaned' };

/** UTF-16 units of context kept on each side; one less where the cut would split a surrogate pair. */
export const contextLength = 32;
