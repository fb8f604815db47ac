import { findBoxedHeadings } from './boxedHeadings.ts';
import { type Chapter, findChapters } from './chapters.ts';
import { clauseLabels } from './clauseLabels.ts';
import { findColonOutlines } from './colonOutline.ts';
import { chooseChain } from './headingChain.ts';
import type { CutModel } from './headingCut.ts';
import { entryEnd, findHeadingEnds } from './headingEnd.ts';
import { soundHeadings } from './headingGuard.ts';
import { findLabels, type Label } from './labels.ts';
import { findLists, livelihoodLabels } from './lists.ts';
import { headEnd, salutationEndAt } from './meetingLine.ts';
import {
  byStart,
  gapsBetween,
  type NodeGlyph,
  type OutlineNode,
  plainNode,
} from './outlineNode.ts';
import { findRunInHeadings } from './runIn.ts';
import { breakKind, type TextView } from './view.ts';

/** Finds all headings and list items of a text, in order, with their levels. Linear. */
export function findOutline(view: TextView, model: CutModel): OutlineNode[] {
  const bodyStart = salutationEnd(view.text);
  const bodyEnd = appendixStart(view, bodyStart);
  const labels = findLabels(view).filter(
    (label) => label.start >= bodyStart && label.start < bodyEnd,
  );
  const titles = findChapters(view, bodyStart, model.statistics).filter(
    (title) => title.start < bodyEnd,
  );
  const counted = labels.filter((label) => label.kind === 'chinese' || label.kind === 'bracketed');
  const items = livelihoodLabels(view.text, counted);
  const clauses = clauseLabels(view.text, counted);
  const chain = chooseChain(
    view.text,
    counted.filter((label) => !items.has(label) && !clauses.has(label)),
    titles.map((title) => title.end),
  );
  const parts = labels.filter((label) => label.kind === 'part');
  const numbered = numberedNodes(view, [...parts, ...chain, ...items].sort(byStart), items, model);
  const chapters = apartFrom(titles, numbered).map((one) =>
    plainNode(one.fixedWording ? 'chapter' : 'line', one.start, one.end),
  );
  let nodes = [...numbered, ...chapters].sort(byStart);
  const gaps = () => gapsBetween(nodes, bodyStart, bodyEnd);
  nodes = [...nodes, ...findLists(view, labels, gaps(), model)].sort(byStart);
  nodes = [...nodes, ...findBoxedHeadings(view, gaps())].sort(byStart);
  nodes = [...nodes, ...findColonOutlines(view, gaps())].sort(byStart);
  nodes = [...nodes, ...findRunInHeadings(view, gaps().slice(1), nodes, model)].sort(byStart);
  return withLevels(view.text, soundHeadings(view, withoutOverlaps(nodes)));
}

/** The titles that touch no numbered heading; both lists are sorted. */
function apartFrom(titles: readonly Chapter[], nodes: readonly OutlineNode[]): Chapter[] {
  let at = 0;
  return titles.filter((title) => {
    while (at < nodes.length && (nodes[at]?.end ?? 0) <= title.start) at += 1;
    return (nodes[at]?.start ?? title.end) >= title.end;
  });
}

/** The salutation closes the head; without it the body starts at once. */
function salutationEnd(text: string): number {
  const head = headEnd(text);
  const end = salutationEndAt(text, head);
  return end > head ? end : 0;
}

/** Where the appendix begins: a line 附件 or 名词解释, which is no part of the report's structure. */
function appendixStart(view: TextView, from: number): number {
  for (const match of view.text.matchAll(
    /附件\d?:|附:|(?:有关)?(?:名词|名称|用语)(?:解释|说明|注释)/g,
  )) {
    if (
      match.index > Math.max(from, view.text.length * 0.6) &&
      view.breaks[match.index] === breakKind.line
    ) {
      return match.index;
    }
  }
  return view.text.length;
}

function numberedNodes(
  view: TextView,
  labels: readonly Label[],
  items: ReadonlySet<Label>,
  model: CutModel,
): OutlineNode[] {
  const ends = findHeadingEnds(view, labels, model);
  return labels.map((label, index) => {
    const isItem = items.has(label);
    const limit = labels[index + 1]?.start ?? view.text.length;
    const { end, certain } = (isItem ? entryEnd(view, label.end, limit) : ends[index]) ?? {
      end: label.end,
      certain: false,
    };
    return {
      glyph: label.kind,
      nodeKind: isItem ? 'item' : 'heading',
      level: 0,
      start: label.start,
      wordsStart: label.end,
      end,
      certain: isItem || certain,
    };
  });
}

function withoutOverlaps(nodes: readonly OutlineNode[]): OutlineNode[] {
  const kept: OutlineNode[] = [];
  for (const one of nodes) {
    if (one.start >= (kept.at(-1)?.end ?? 0) && one.end > one.wordsStart) kept.push(one);
  }
  return kept;
}

const passingGlyphs: ReadonlySet<NodeGlyph> = new Set<NodeGlyph>([
  'run-in',
  'is',
  'ordinal',
  'dash',
  'aspect',
]);

const chainGlyphs: ReadonlySet<NodeGlyph> = new Set<NodeGlyph>(['chinese', 'bracketed']);

/**
 * Level from nesting: a kind that is open closes what is below it, a new kind goes one deeper. A
 * chapter title closes everything, so 一、 is a chapter in one report and a section in another. List
 * items hold nothing; those of 民生实事 belong to the section, not to a run-in heading before them.
 */
function withLevels(text: string, nodes: readonly OutlineNode[]): OutlineNode[] {
  const open: OutlineNode[] = [];
  return nodes.map((one) => {
    if (one.glyph === 'chapter' || one.glyph === 'part') open.length = 0;
    // 一、 of a list of 实事 stands inside the 一、 of a section.
    const counts = one.nodeKind === 'item' && chainGlyphs.has(one.glyph);
    const depth = counts ? -1 : open.findIndex((above) => above.glyph === one.glyph);
    if (depth >= 0) open.length = depth;
    const last = open.at(-1);
    if (one.nodeKind === 'item') {
      const passing = last !== undefined && passingGlyphs.has(last.glyph);
      if (passing && !text.slice(last.start, last.end).includes('实事')) open.pop();
      return { ...one, level: open.length + 1 };
    }
    open.push(one);
    return { ...one, level: open.length };
  });
}
