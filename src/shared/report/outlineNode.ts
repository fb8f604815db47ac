import type { LabelKind } from './labels.ts';

/**
 * What kind of heading a node is; kinds nest in the order in which a report nests them.
 * `chapter` a title of fixed wording, `line` a short line of its own, `outline` a slogan or aspect
 * that ends in a colon, `run-in` a short first sentence.
 */
export type NodeGlyph = LabelKind | 'chapter' | 'line' | 'outline' | 'aspect' | 'run-in';

/** A heading or list item; offsets in the view. */
export interface OutlineNode {
  glyph: NodeGlyph;
  nodeKind: 'heading' | 'item';
  /** Filled in when all nodes are known; 0 until then. */
  level: number;
  start: number;
  /** End of the number; equals `start` where there is none. */
  wordsStart: number;
  end: number;
  certain: boolean;
}

/** A heading without number whose end is plain. */
export function plainNode(glyph: NodeGlyph, start: number, end: number): OutlineNode {
  return { glyph, nodeKind: 'heading', level: 0, start, wordsStart: start, end, certain: true };
}

export function byStart(a: { start: number }, b: { start: number }): number {
  return a.start - b.start;
}

/** A stretch of the view between two headings. */
export interface Gap {
  from: number;
  to: number;
}

/** The stretches between headings which are sorted by start, the one before the first included. */
export function gapsBetween(nodes: readonly OutlineNode[], from: number, to: number): Gap[] {
  const gaps: Gap[] = [];
  let start = from;
  for (const node of nodes) {
    if (node.start > start) gaps.push({ from: start, to: node.start });
    start = Math.max(start, node.end);
  }
  if (to > start) gaps.push({ from: start, to });
  return gaps;
}
