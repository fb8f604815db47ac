/** Columns that hold JSON: what does not parse is not what was written. */
export const JSON_COLUMNS: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['report_findings', ['analysis', 'figures']],
  ['report_heads', ['told']],
  ['report_decisions', ['value']],
  ['figure_corrections', ['reading']],
  ['annotation_revisions', ['anchor', 'tags']],
  ['annotation_targets', ['anchor']],
  ['brief_revisions', ['spec']],
  ['drafts', ['blocks']],
  ['draft_versions', ['blocks']],
  ['settings', ['value']],
];

/** A text that carries the SHA-256, in hex, that it was written with; `owner` is the report or draft it is of. */
interface HashedText {
  table: string;
  owner: string;
  text: string;
  hash: string;
}

export const HASHED_TEXTS: readonly HashedText[] = [
  { table: 'reports', owner: 'id', text: 'text', hash: 'text_sha256' },
  { table: 'superseded_texts', owner: 'report_id', text: 'text', hash: 'text_sha256' },
  { table: 'drafts', owner: 'id', text: 'blocks', hash: 'sha256' },
];
