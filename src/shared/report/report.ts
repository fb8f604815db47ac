/**
 * What a report is, once understood. The vocabulary of every other part.
 *
 * Offsets are UTF-16 code units into `Report.text`, the document's immutable body; start inclusive,
 * end exclusive. A field that is not known is null: never guessed, never left out.
 */

/** A half-open range of UTF-16 code units in a document's text. */
export interface Span {
  start: number;
  end: number;
}

/** 文种 */
export type ReportKind =
  | 'annual-report'
  | 'half-year-report'
  | 'term-report'
  | 'higher-level-report'
  | 'article'
  | 'draft'
  | 'other';

/** What a section does in the report: 题头, 回顾, 存在问题, 总体要求, 目标, 任务, 民生实事, 自身建设, 结语. */
export const SECTION_ROLES = [
  'opening',
  'review',
  'shortcomings',
  'requirements',
  'targets',
  'tasks',
  'livelihood',
  'self-government',
  'closing',
] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

/** One heading, or one item of a list such as 民生实事. The span covers label and heading, without the full stop. */
export interface Section extends Span {
  nodeKind: 'heading' | 'item';
  /** 1 is a chapter. Level comes from nesting, not from the glyph. */
  level: number;
  /** As written: “一、”, “(一)”, “一是”, “1.”; null where the heading has no number. */
  label: string | null;
  heading: string;
  /** False where the end of the heading could not be told for sure (shown as 标题尾待确认). */
  endCertain: boolean;
  role: SectionRole | null;
  /** Topic ids of resources/vocabulary/topics.json, the strongest first, at most three. */
  topics: string[];
}

/** A sentence of the body with its topics, strongest first; empty where it has none. */
export interface TopicPassage extends Span {
  topics: string[];
}

export interface ReportMetadata {
  /** 题名所称 */
  statedLocality: string | null;
  /** 正文实际 */
  actualLocality: string | null;
  county: string | null;
  prefecture: string | null;
  province: string | null;
  /** 回顾年 and 部署年: a report delivered in 2019 reviews 2018 and plans 2019. */
  reviewYear: number | null;
  planYear: number | null;
  meeting: string | null;
  congressTerm: number | null;
  sessionNumber: number | null;
  /** ISO, as exact as the text: “2019-04-29” or “2019-04”. */
  deliveredOn: string | null;
  speaker: string | null;
  speakerTitle: string | null;
  signedBy: string | null;
  /** The day a web page was copied. Never a source of years. */
  retrievedOn: string | null;
  /** 来源栏目, “诸城市招商” of “【诸城市招商】2019年…”. */
  sourceLabel: string | null;
}

export type MetadataField = keyof ReportMetadata | 'kind';

/** Why a field has its value: the words that say so, and where they stand. */
export interface Evidence {
  field: MetadataField;
  value: string;
  /** The clue, named in Chinese for the person: 会议行, 镇长行, 题名, 落款, 正文. */
  clue: string;
  where: 'title' | 'text';
  quote: string;
  /** Offsets into the text when `where` is 'text', otherwise into the title line. */
  start: number;
  end: number;
  /** 0…1 */
  confidence: number;
}

/** Something the person should know or decide, in one Chinese sentence. */
export interface Notice {
  code: string;
  message: string;
  start?: number;
  end?: number;
}

/** A coined term or slogan with its explanation in the same text, if there is one: the start of 名词解释. */
export interface CoinedTerm extends Span {
  term: string;
  explanation: Span | null;
}

/** Everything found in one document's text. Nothing in here changes the text. */
export interface ReportAnalysis {
  kind: ReportKind;
  metadata: ReportMetadata;
  evidence: Evidence[];
  sections: Section[];
  passages: TopicPassage[];
  /** What each stretch does, headings or none: in order, covering the text from its first character. */
  roles?: (Span & { role: SectionRole | null })[];
  terms: CoinedTerm[];
  notices: Notice[];
}

/** One document as it came out of a file, before it is understood. */
export interface RawDocument {
  /** The title line as it stands in the source, with a column prefix such as 【诸城市招商】; null if there is none. */
  titleLine: string | null;
  /** The immutable body. */
  text: string;
  /** ISO date of retrieval that stood below the body, null if none. */
  retrievedOn: string | null;
}

/** Text that is not part of any document, kept beside the import and restorable. */
export interface DiscardedText {
  text: string;
  /** Why, in Chinese: 网站残留. */
  reason: string;
  /** Which document of the file it stood before or after; absent where it stood in the midst of one. */
  beside?: { document: number; edge: Edge };
}

/** The end of a text at which something stands. */
export type Edge = 'before' | 'after';
