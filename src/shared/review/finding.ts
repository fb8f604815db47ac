import type { ComparedDocument } from '../comparison/document.ts';
import type { IndicatorReading } from '../indicator/reading.ts';
import type { Span } from '../report/report.ts';
import type { ReviewKnowledge } from './knowledge.ts';

/** 错: contradicts itself. 疑: very likely a slip. 提示: worth a look, often right as it stands. */
export type Severity = 'error' | 'suspect' | 'hint';

export type RuleId =
  | 'gap'
  | 'stray-name'
  | 'rounded-exact-number'
  | 'two-values'
  | 'item-count'
  | 'slogan-digits'
  | 'part-above-total'
  | 'unusual-growth'
  | 'growth-without-result'
  | 'result-without-growth'
  | 'target-below-result'
  | 'last-year-mismatch'
  | 'years'
  | 'numbering'
  | 'numbering-style'
  | 'punctuation-width'
  | 'punctuation'
  | 'missing-stop'
  | 'lookalike-name'
  | 'misspelt-term'
  | 'repeated-words'
  | 'repeated-sentence'
  | 'shared-wording'
  | 'unexplained-term'
  | 'outdated-wording';

/** Something to look at. Nothing is ever changed by a check. */
export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** One Chinese sentence that says why. */
  message: string;
  /** All places it is about, in document order. */
  spans: Span[];
  /**
   * Stays the same while the words found stay the same, wherever they move: what a person dismissed
   * for good is remembered by it.
   */
  key: string;
}

/** A wording the person's office has declared outdated, with the plan years in which it is. */
export interface OutdatedWording {
  wording: string;
  /** What to write instead; null where it is only to be avoided. */
  instead: string | null;
  /** First and last plan year in which it is outdated; null: open. */
  fromYear: number | null;
  untilYear: number | null;
  /** The document that says so, shown to the person. */
  source: string | null;
  /** How the list puts it: 有效期至2018年3月; 列为过时提法 without. */
  validity?: string;
  /** What the person noted beside it. */
  remark?: string;
}

export interface ReviewContext {
  knowledge: ReviewKnowledge;
  /** The document's own figures. */
  readings: readonly IndicatorReading[];
  /** The town the text speaks for; null: the one the text itself says. */
  home: string | null;
  /** Full names of other places the library knows: 柳河镇. */
  neighbours: readonly string[];
  /** Reports of other towns, for wording shared with them. */
  peers: readonly { name: string; text: string }[];
  /** The figures of the same town's report of the year before; null without one. */
  lastYear: readonly IndicatorReading[] | null;
  /** The person's own list; nothing is built in. */
  outdated: readonly OutdatedWording[];
}

/** What a rule looks at. */
export interface ReviewSubject {
  document: ComparedDocument;
  text: string;
  /** The text with folded widths, of the same length: offsets are the same. */
  folded: string;
  sentences: readonly Span[];
  context: ReviewContext;
}

export type RuleFinding = Omit<Finding, 'key'>;

/** One check. Pure; linear or nearly so in the text. */
export type Rule = (subject: ReviewSubject) => RuleFinding[];
