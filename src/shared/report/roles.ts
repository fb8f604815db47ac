import type { OutlineNode } from './outlineNode.ts';
import type { SectionRole, Span } from './report.ts';
import { headingCues, lacks, leads, leadsIn, REVIEW, sentenceCues, tasksCue } from './roleCues.ts';
import { sentenceEnd } from './sentences.ts';
import type { TextView } from './view.ts';

export interface RoleSpan extends Span {
  role: SectionRole | null;
}

/**
 * What each stretch of the text does in the report. The spans follow each other and cover the view
 * from 0 to its end; null where nothing tells. A heading takes the role of its body.
 */
export function roleSpans(
  view: TextView,
  nodes: readonly OutlineNode[],
  isReport: boolean,
): RoleSpan[] {
  const { text } = view;
  if (!isReport) return [{ start: 0, end: text.length, role: null }];
  const spans = new SpanList();
  /** Role of each open level; a section without a cue of its own takes the one above. */
  const open: { level: number; role: SectionRole | null }[] = [];
  let role: SectionRole | null = 'opening';
  let reviewed = Number.NaN;
  const behind = tasksBehind(text, nodes);
  // Below 第一部分 everything stands one level deeper.
  const deepest = nodes.some((node) => node.glyph === 'part') ? 3 : 2;
  let at = 0;
  for (const [index, node] of nodes.entries()) {
    role = walkSentences(text, at, node.start, role, false, spans);
    while ((open.at(-1)?.level ?? 0) >= node.level) open.pop();
    const parent = open.at(-1)?.role ?? null;
    const heading = text.slice(node.wordsStart, node.end);
    const year = Number(/(?:19|20)\d\d(?=年)/.exec(heading)?.[0] ?? Number.NaN);
    // 2018年发展目标 below 2017年工作回顾 is no part of the review, whatever its label says.
    const ahead = year > reviewed && !REVIEW.test(heading);
    const own = cueOf(heading, ahead ? null : parent, node, deepest) ?? (ahead ? 'tasks' : null);
    if (own === 'review' && !Number.isNaN(year)) reviewed = year;
    if (own !== null) role = own;
    else if (node.glyph !== 'outline' || role === 'targets') role = parent ?? nextChapterRole(role);
    // 2021年工作思路 with sections below it, and no chapter of tasks behind it: they are the tasks.
    const holdsTasks =
      role === 'requirements' && hasChildren(nodes, index) && (behind[index] ?? 0) > node.level;
    open.push({ level: node.level, role: holdsTasks ? 'tasks' : role });
    at = node.start;
    if (
      hasChildren(nodes, index) &&
      role === 'tasks' &&
      node.level === 1 &&
      leadLength(nodes, index) > 40
    ) {
      spans.add(node.start, node.end, 'requirements');
      role = 'requirements';
      at = node.end;
    }
  }
  walkSentences(text, at, text.length, role, true, spans);
  return spans.list;
}

/** What a first-level heading without a cue does: a report begins with its review and ends with its plan. */
function nextChapterRole(role: SectionRole | null): SectionRole | null {
  if (role === 'opening') return 'review';
  return role === 'shortcomings' ? 'tasks' : role;
}

function hasChildren(nodes: readonly OutlineNode[], index: number): boolean {
  return (nodes[index + 1]?.level ?? 0) > (nodes[index]?.level ?? 0);
}

/** For each heading the highest level (the smallest number) of a heading of tasks behind it. */
function tasksBehind(text: string, nodes: readonly OutlineNode[]): number[] {
  const levels = new Array<number>(nodes.length).fill(Number.POSITIVE_INFINITY);
  let highest = Number.POSITIVE_INFINITY;
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const { level, wordsStart, end } = nodes[at] as OutlineNode;
    levels[at] = highest;
    if (tasksCue.test(text.slice(wordsStart, end))) highest = Math.min(highest, level);
  }
  return levels;
}

/** Characters between a heading and the next: what is said before the first section of a chapter. */
function leadLength(nodes: readonly OutlineNode[], index: number): number {
  return (nodes[index + 1]?.start ?? 0) - (nodes[index]?.end ?? 0);
}

class SpanList {
  readonly list: RoleSpan[] = [];

  add(start: number, end: number, role: SectionRole | null): void {
    if (end <= start) return;
    const last = this.list.at(-1);
    if (last !== undefined && last.role === role && last.end === start) last.end = end;
    else this.list.push({ start, end, role });
  }

  /** Gives the last `length` characters another role. */
  reassign(length: number, role: SectionRole): void {
    const last = this.list.at(-1);
    if (last === undefined || last.end - last.start <= length) return;
    const { end } = last;
    last.end -= length;
    this.add(end - length, end, role);
  }
}

function cueOf(
  heading: string,
  parent: SectionRole | null,
  node: OutlineNode,
  deepest: number,
): SectionRole | null {
  if (node.nodeKind === 'item') return 'livelihood';
  for (const [role, cue] of headingCues) {
    if (!cue.test(heading)) continue;
    if (node.level > 1 && parent === 'self-government') return null;
    if (role === 'self-government' && node.level > deepest) continue;
    if ((role === 'targets' || role === 'livelihood') && parent === 'review') continue;
    if (role === 'tasks' && parent !== null && node.glyph !== 'outline') continue;
    if (role === 'review' && node.level > 1 && parent !== 'review') continue;
    return role;
  }
  return null;
}

/** Whoever addresses 各位代表 this near to the end takes leave. */
const shortestClosing = 200;

function walkSentences(
  text: string,
  from: number,
  to: number,
  initial: SectionRole | null,
  atEnd: boolean,
  spans: SpanList,
): SectionRole | null {
  let role = initial;
  let at = from;
  let previous = '';
  while (at < to) {
    const stop = sentenceEnd(text, at, to);
    const sentence = text.slice(at, stop);
    const left = text.length - at;
    const takesLeave = previous !== '' && left < shortestClosing && sentence.startsWith('各位代表');
    const next =
      atEnd && takesLeave
        ? 'closing'
        : nextRole(sentence, role, atEnd && (left < 1200 || left < text.length * 0.12));
    if (next !== role && next !== null && leads[next]?.test(previous)) {
      spans.reassign(previous.length, next);
    }
    role = next;
    spans.add(at, stop, role);
    previous = sentence;
    at = stop;
  }
  return role;
}

function nextRole(
  sentence: string,
  role: SectionRole | null,
  nearEnd: boolean,
): SectionRole | null {
  if ((role === 'review' || role === 'self-government') && lacks.test(sentence)) {
    return 'shortcomings';
  }
  for (const [next, cue] of sentenceCues) {
    if (next === 'closing' ? !nearEnd : !leadsIn[next]?.(role)) continue;
    if (cue.test(sentence)) return next;
  }
  return role;
}
