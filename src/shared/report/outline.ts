import { type Chapter, findChapters } from './chapters.ts';
import { chooseChain } from './headingChain.ts';
import { findHeadingEnd } from './headingEnd.ts';
import { findLabels, type Label, type LabelKind } from './labels.ts';
import { collectRuns, type Run } from './lists.ts';
import { headEnd } from './meetingLine.ts';
import { findRunInHeadings } from './runIn.ts';
import type { TextView } from './view.ts';

/** What kind of heading a node is: the kinds nest in the order in which a report nests them. */
export type NodeGlyph = LabelKind | 'chapter' | 'run-in' | 'outline';

/** A heading or list item; offsets in the view. */
export interface OutlineNode {
  glyph: NodeGlyph;
  nodeKind: 'heading' | 'item';
  level: number;
  start: number;
  /** End of the number; equals `start` where there is none. */
  wordsStart: number;
  end: number;
  certain: boolean;
}

/** Finds all headings and list items of a text, in order, with their levels. Linear. */
export function findOutline(view: TextView): OutlineNode[] {
  const labels = findLabels(view);
  const bodyStart = salutationEnd(view.text);
  const inBody = labels.filter((label) => label.start >= bodyStart);
  const titles = findChapters(view, bodyStart);
  const chain = chooseChain(
    view.text,
    inBody.filter((label) => label.kind === 'chinese' || label.kind === 'bracketed'),
    titles.map((title) => title.end),
  );
  const parts = inBody.filter((label) => label.kind === 'part');
  const nodes = numberedNodes(view, [...parts, ...chain].sort(byStart));
  const chapters = titles.filter((title) => !nodes.some((node) => overlaps(node, title)));
  nodes.push(...chapters.map(chapterNode));
  nodes.sort(byStart);
  nodes.push(...listNodes(view, inBody, nodes));
  nodes.sort(byStart);
  nodes.push(...findRunInHeadings(view, nodes));
  nodes.sort(byStart);
  return withLevels(withoutOverlaps(nodes));
}

function byStart(a: { start: number }, b: { start: number }): number {
  return a.start - b.start;
}

function overlaps(a: Chapter, b: Chapter): boolean {
  return a.start < b.end && b.start < a.end;
}

/** 各位代表 closes the head; without it the body starts at once. */
function salutationEnd(text: string): number {
  const end = headEnd(text);
  return text.startsWith('各位代表', end) ? end + 4 : 0;
}

function numberedNodes(view: TextView, labels: readonly Label[]): OutlineNode[] {
  return labels.map((label, index) => {
    const limit = labels[index + 1]?.start ?? view.text.length;
    const { end, certain } = findHeadingEnd(view, label.end, limit);
    return node(label.kind, 'heading', label.start, label.end, end, certain);
  });
}

function node(
  glyph: NodeGlyph,
  nodeKind: OutlineNode['nodeKind'],
  start: number,
  wordsStart: number,
  end: number,
  certain: boolean,
): OutlineNode {
  return { glyph, nodeKind, level: 0, start, wordsStart, end, certain };
}

function chapterNode(chapter: Chapter): OutlineNode {
  return node('chapter', 'heading', chapter.start, chapter.start, chapter.end, true);
}

const livelihoodIntroduction = /(?:实事|好事|办好|件事)[^。]{0,30}$/;

/** 1. 2. 3., (1) (2) and 一是 二是 between the headings found so far. */
function listNodes(
  view: TextView,
  labels: readonly Label[],
  headings: readonly OutlineNode[],
): OutlineNode[] {
  const found: OutlineNode[] = [];
  const bounds = [...headings.map((heading) => heading.end), view.text.length];
  let cuts = headings.map((heading, index) => ({
    from: heading.end,
    to: headings[index + 1]?.start ?? view.text.length,
  }));
  if (bounds.length === 1) cuts = [{ from: 0, to: view.text.length }];
  for (const kind of ['arabic', 'bracketed-arabic', 'dash'] as const) {
    const pieces: typeof cuts = [];
    for (const cut of cuts) {
      const runs =
        kind === 'dash'
          ? dashRun(labels, cut.from, cut.to)
          : collectRuns(labels, kind, cut.from, cut.to);
      const members = runs.flatMap((run) => runNodes(view, run));
      found.push(...members);
      let from = cut.from;
      for (const member of members) {
        pieces.push({ from, to: member.start });
        from = member.end;
      }
      pieces.push({ from, to: cut.to });
    }
    cuts = pieces;
  }
  for (const cut of cuts) {
    for (const run of collectRuns(labels, 'is', cut.from, cut.to))
      found.push(...firstlyNodes(view, run));
  }
  return found;
}

function dashRun(labels: readonly Label[], from: number, to: number): Run[] {
  const dashes = labels.filter(
    (label) => label.kind === 'dash' && label.start >= from && label.start < to,
  );
  return dashes.length < 2 ? [] : [{ kind: 'dash', labels: dashes, end: to }];
}

function runNodes(view: TextView, run: Run): OutlineNode[] {
  const first = run.labels[0];
  if (first === undefined) return [];
  const before = view.text.slice(Math.max(0, first.start - 60), first.start);
  const isItem = livelihoodIntroduction.test(before);
  return run.labels.map((label, index) => {
    const limit = run.labels[index + 1]?.start ?? run.end;
    const { end, certain } = findHeadingEnd(view, label.end, limit);
    return node(run.kind, isItem ? 'item' : 'heading', label.start, label.end, end, certain);
  });
}

/**
 * 一是 is a heading when its phrase closes with a full stop and its text follows; an enumeration when
 * the sentence runs on (“一是特色产业大而不强,大项目少,…;二是…”).
 */
function firstlyNodes(view: TextView, run: Run): OutlineNode[] {
  return run.labels.flatMap((label, index) => {
    const limit = run.labels[index + 1]?.start ?? run.end;
    const phrase = /^[^。!?;:]{4,34}(?=。)/.exec(view.text.slice(label.end, label.end + 36))?.[0];
    if (phrase === undefined || (phrase.match(/,/g) ?? []).length > 1) return [];
    const end = label.end + phrase.length;
    if (limit - end < 8) return [];
    return [node('is', 'heading', label.start, label.end, end, true)];
  });
}

function withoutOverlaps(nodes: readonly OutlineNode[]): OutlineNode[] {
  const kept: OutlineNode[] = [];
  for (const one of nodes) {
    if (one.start >= (kept.at(-1)?.end ?? 0) && one.end > one.wordsStart) kept.push(one);
  }
  return kept;
}

/**
 * Level from nesting: a kind that is open closes what is below it, a new kind goes one deeper. A
 * chapter title closes everything, so 一、 is a chapter in one report and a section in another.
 */
function withLevels(nodes: readonly OutlineNode[]): OutlineNode[] {
  const open: NodeGlyph[] = [];
  return nodes.map((one) => {
    if (one.glyph === 'chapter' || one.glyph === 'part') open.length = 0;
    const depth = open.indexOf(one.glyph);
    if (depth >= 0) open.length = depth;
    open.push(one.glyph);
    return { ...one, level: open.length };
  });
}
