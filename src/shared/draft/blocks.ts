import type { Span } from '../report/report.ts';

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

/** How a paragraph stands to the words it was taken from: 引自, 引自·已改, or the person's own. */
export function excerptState({ source, text }: DraftBlock): 'quoted' | 'altered' | 'own' {
  if (source === null) return 'own';
  return source.quote === text ? 'quoted' : 'altered';
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
