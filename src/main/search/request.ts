import type { Span } from '../../shared/report/report.ts';
import type { EntryKind } from './entries.ts';
import type { Togetherness } from './evaluate.ts';
import type { SearchFilters } from './filter.ts';
import type { Preference } from './order.ts';

export interface SearchRequest {
  query: string;
  filters?: SearchFilters;
  /** Hits to a page. */
  limit: number;
  /** `nextCursor` of the page before. */
  cursor?: string | null;
  /**
   * Every occurrence by itself, in document order; `limit` and `cursor` are not looked at. Otherwise a
   * hit is a sentence, and its further occurrences are in `ranges` only.
   */
  allOffsets?: boolean;
  /** 整数匹配: 1.87 does not find 11.87. */
  wholeNumbers?: boolean;
  /** Further wordings that a person has let stand as chips: 改厕 → 厕所革命. */
  expansions?: readonly { term: string; wordings: readonly string[] }[];
  /** Whether several words must meet in one section or in one document. Left out: see `TextSearch.search`. */
  within?: Togetherness;
  /**
   * Wants the first page before the total: where words are so common that the page is certain before
   * they are counted, `exact` is false, `total` and `groups` are estimates, and `count` has the rest.
   */
  pageFirst?: boolean;
  /** Documents to show before others, the first group first: own town, county, peers. */
  preferences?: readonly Preference[];
  /** Documents in the order they are shown, newest year first say; the rest follow by key. */
  documentOrder?: ArrayLike<number>;
}

/** A hit; offsets are UTF-16 units of the raw text of the body, title or note. */
export interface SearchHit extends Span {
  documentKey: number;
  kind: EntryKind;
  /** The key of the note; 0 for a body or a title. */
  noteKey: number;
  /** The sentence around the hit. */
  excerptStart: number;
  excerptEnd: number;
  /** Every occurrence inside the excerpt, this one included; offsets into the same text. */
  ranges: Span[];
  /** Why the hit stands where it does, in Chinese, the strongest reason first. */
  reasons: string[];
}

export interface DocumentCount {
  documentKey: number;
  count: number;
}

export interface SearchAnswer {
  /** Occurrences that match. */
  total: number;
  /** False only where `pageFirst` was asked for. */
  exact: boolean;
  /** How many texts hold them, where there was no time for `groups`, which then is empty; else 0. */
  aboutTexts: number;
  hits: SearchHit[];
  /** Occurrences of each document that has any, by document key. */
  groups: DocumentCount[];
  nextCursor: string | null;
  /** How close several words had to be. */
  within: Togetherness;
  /** What the person should know, in Chinese; null where all is plain. */
  hint: string | null;
}
