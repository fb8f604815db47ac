import type { Section, Span } from '../../../shared/report/report.ts';
import { findStretches, type Stretch } from './stretches.ts';

/** A stretch of text inside a block. */
export interface TextRun extends Span {
  /** A heading that runs into its paragraph. */
  strong: boolean;
  drawn?: Stretch['drawn'];
}

/** One block as it is drawn. All blocks of a text, end to end, are the whole text: nothing is left out. */
export interface TextBlock extends Span {
  kind: 'chapter' | 'heading' | 'paragraph';
  /** The section that begins with this block, as an index into the report's sections. */
  sectionIndex: number | null;
  runs: TextRun[];
}

/** Headings down to here stand on a line of their own, where their end is sure. */
const DEEPEST_LINE_HEADING = 2;

/** What closes a heading and stays on its line: full stops, colons, blanks. */
const CLOSING = /[。：:\s]*/uy;

/**
 * Cuts an unbroken text into blocks at its sections and its own line breaks, so that it can be read.
 * Only the drawing is cut: the text of the blocks, joined, is the original.
 */
export function layOutBlocks(text: string, sections: readonly Section[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  const stretches = findStretches(text);
  const inWraps = new Set(
    stretches.flatMap(({ start, end, drawn }) =>
      drawn === 'wrap' ? offsetsBetween(start, end) : [],
    ),
  );
  const markEnds = new Map(
    stretches.flatMap(({ start, end, drawn }) => (drawn === 'mark' ? [[start, end]] : [])),
  );
  let from = 0;
  let open: { sectionIndex: number; section: Section } | null = null;

  const closeParagraphs = (to: number) => {
    for (const span of splitLines(text, from, to, inWraps)) {
      const strong = open !== null && span.start === open.section.start ? open : null;
      blocks.push({
        ...span,
        kind: 'paragraph',
        sectionIndex: strong?.sectionIndex ?? null,
        runs: runsOf(span, strong?.section ?? null),
      });
    }
    from = to;
  };

  sections.forEach((section, sectionIndex) => {
    if (section.start < from) return;
    closeParagraphs(section.start);
    open = null;
    if (standsAlone(section)) {
      const end = closingEnd(text, section.end, markEnds);
      blocks.push({
        start: section.start,
        end,
        kind: section.level === 1 ? 'chapter' : 'heading',
        sectionIndex,
        runs: [{ start: section.start, end, strong: false }],
      });
      from = end;
    } else {
      open = { sectionIndex, section };
    }
  });
  closeParagraphs(text.length);
  return stretches.length === 0 ? blocks : blocks.map((block) => setApart(block, stretches));
}

function standsAlone({ nodeKind, level, endCertain }: Section): boolean {
  return nodeKind === 'heading' && level <= DEEPEST_LINE_HEADING && endCertain;
}

/** A mark behind a heading (“一、工作回顾 x7Kq”) stays on its line too. */
function closingEnd(text: string, end: number, markEnds: ReadonlyMap<number, number>): number {
  CLOSING.lastIndex = end;
  const closed = end + (CLOSING.exec(text)?.[0].length ?? 0);
  const marked = markEnds.get(end) ?? markEnds.get(closed);
  return marked === undefined ? closed : closingEnd(text, marked, markEnds);
}

/** Lines keep their break at their end; blank lines stay with the line before them. A wrap ends no line. */
function splitLines(text: string, from: number, to: number, inWraps: ReadonlySet<number>): Span[] {
  const lines: Span[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    if (text[at] !== '\n' || inWraps.has(at) || text.slice(start, at).trim() === '') continue;
    let end = at + 1;
    while (end < to && /\s/u.test(text[end] ?? '')) end += 1;
    lines.push({ start, end });
    start = end;
    at = end - 1;
  }
  if (start < to) lines.push({ start, end: to });
  return lines;
}

function offsetsBetween(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** The stretches of a block in runs of their own. */
function setApart(block: TextBlock, stretches: readonly Stretch[]): TextBlock {
  const runs = block.runs.flatMap(({ strong, ...run }): TextRun[] => {
    const parts: TextRun[] = [];
    let from = run.start;
    for (const stretch of stretches) {
      if (stretch.start < run.start || stretch.end > run.end) continue;
      parts.push({ start: from, end: stretch.start, strong }, { ...stretch, strong });
      from = stretch.end;
    }
    return [...parts, { start: from, end: run.end, strong }];
  });
  return { ...block, runs: runs.filter(({ start, end }) => start < end) };
}

function runsOf(span: Span, heading: Section | null): TextRun[] {
  if (heading?.nodeKind !== 'heading' || heading.end >= span.end) {
    return [{ ...span, strong: heading?.nodeKind === 'heading' }];
  }
  return [
    { start: span.start, end: heading.end, strong: true },
    { start: heading.end, end: span.end, strong: false },
  ];
}
