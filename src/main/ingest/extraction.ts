import type { DiscardedText, Notice } from '../../shared/report/report.ts';
import type { TextEncoding } from './decode.ts';
import type { IngestFailure } from './failures.ts';

export type DocumentFormat = 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'ofd';

/** What a reader of one format makes of a file. */
export interface Extraction {
  format: DocumentFormat;
  /** Of txt and html; null for formats that have one of their own. */
  encoding: TextEncoding | null;
  text: string;
  /** “原始取文”: before hard wraps are joined and page furniture is taken out. */
  extracted: string;
  discarded: DiscardedText[];
  notices: Notice[];
}

export type ReadOutcome = ({ ok: true } & Extraction) | { ok: false; failure: IngestFailure };

export interface ReadOptions {
  /** The person's choice of encoding for txt and html, for reading a file again. */
  encoding?: TextEncoding;
}
