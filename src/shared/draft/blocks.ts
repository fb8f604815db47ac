import type { SectionRole, Span } from '../report/report.ts';
import { displayPunctuation } from '../text/display.ts';

/** Where a paragraph was taken from; it stays with the paragraph until the person makes the words their own. */
export interface ExcerptSource extends Span {
  documentId: string;
  /** 昌城镇2019年报告·任务（三） */
  label: string;
  /** The words as they stand in the source. */
  quote: string;
}

/** One line of a draft: a heading of level 1 to 4, or a paragraph of the body. */
export interface DraftBlock {
  kind: 'heading' | 'paragraph';
  /** Of a heading, 1 is a chapter; 0 for a paragraph. */
  level: number;
  text: string;
  /** Null: the person's own words. */
  source: ExcerptSource | null;
  /** What the section does that a heading was taken over with; absent for the person's own headings. */
  role?: SectionRole | undefined;
}

/** What the draft says, a block a line; offsets of checks and figures count in this text. */
export function draftText(blocks: readonly DraftBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** The block and the offset in it where `offset` of the draft's text stands. */
export function locate(
  blocks: readonly DraftBlock[],
  offset: number,
): { block: number; offset: number } {
  let left = offset;
  for (const [block, { text }] of blocks.entries()) {
    if (left <= text.length) return { block, offset: left };
    left -= text.length + 1;
  }
  const last = blocks.length - 1;
  return { block: Math.max(0, last), offset: blocks[last]?.text.length ?? 0 };
}

/** Characters as they are counted aloud: without the white space. */
export function countCharacters(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
}

/**
 * How a paragraph stands to the words it was taken from: as they are, altered, or the person's own.
 * Full-width punctuation for the half-width of a web page alters nothing.
 */
export function excerptState({ source, text }: DraftBlock): 'quoted' | 'altered' | 'own' {
  if (source === null) return 'own';
  const { quote } = source;
  return quote === text || displayPunctuation(quote) === text ? 'quoted' : 'altered';
}

/**
 * What the margin says of a line: 沿用 for words of the town's own reports, 引自昌城镇 for another's,
 * each with ·已改 once they were altered; empty for the person's own words.
 */
export function marginLabel(block: DraftBlock, town: string): string {
  const state = excerptState(block);
  if (block.source === null || state === 'own') return '';
  const from = block.source.label.split(/\d{4}年|·/u)[0] ?? '';
  const taken = from === town ? '沿用' : `引自${from}`;
  return state === 'quoted' ? taken : `${taken}·已改`;
}

/** Every source once, in the order in which the draft first takes from it. */
export function listSources(blocks: readonly DraftBlock[]): ExcerptSource[] {
  const sources = new Map<string, ExcerptSource>();
  for (const { source } of blocks) {
    if (source && !sources.has(source.label)) sources.set(source.label, source);
  }
  return [...sources.values()];
}

/** The heading above a block, and what stands under it up to the next heading. */
export function sectionAround(blocks: readonly DraftBlock[], at: number): DraftBlock[] {
  let first = Math.min(at, blocks.length - 1);
  while (first > 0 && blocks[first]?.kind !== 'heading') first -= 1;
  let end = first + 1;
  while (end < blocks.length && blocks[end]?.kind !== 'heading') end += 1;
  return blocks.slice(first, end);
}

/** The headings a block stands under, the outermost first; its own where it is a heading. */
export function headingsOver(blocks: readonly DraftBlock[], at: number): DraftBlock[] {
  const path: DraftBlock[] = [];
  for (const block of blocks.slice(0, at + 1)) {
    if (block.kind !== 'heading') continue;
    while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
    path.push(block);
  }
  return path;
}
