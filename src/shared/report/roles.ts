import type { OutlineNode } from './outlineNode.ts';
import type { SectionRole, Span } from './report.ts';
import { sentenceEnd } from './sentences.ts';
import type { TextView } from './view.ts';

export interface RoleSpan extends Span {
  role: SectionRole | null;
}

const REVIEW = /回顾|总结|完成情况|发展成就|工作情况|(?:取得|开创)[^,]{0,8}成[就绩]/;

const headingCues: readonly [SectionRole, RegExp][] = [
  [
    'self-government',
    /自身(?:改革和?)?建设|作风|讲政治|正风肃纪|从严治(?:党|政)|(?:服务|法治|廉洁|清廉|人民满意)[^,]{0,6}政府|干部队伍|行政效能/,
  ],
  [
    'shortcomings',
    /存在的?(?:主要|突出)?(?:困难|问题)|(?:问题|困难)(?:和|与|及)(?:不足|问题|差距|挑战)|不足$/,
  ],
  ['livelihood', /实事/],
  ['review', REVIEW],
  ['targets', /(?:主要|预期|奋斗|发展|总体|工作)+目标$/],
  [
    'requirements',
    /(?:总体|整体)(?:要求|思路)|指导思想|基本思路|工作思路$|面临的?形势|形势(?:分析|和任务)/,
  ],
  [
    'tasks',
    /任务|安排|工作重点|重点工作|打算|部署|计划|工作思路|五年目标|展望|举措|今后|下一步|努力方向/,
  ],
];

/** Sentences inside a section that change what the text is doing. */
const sentenceCues: readonly [SectionRole, RegExp][] = [
  [
    'shortcomings',
    /^(?:各位代表[,!:])?(?:在肯定成绩的同时|在看到成绩的同时|回顾[^。]{0,20}清醒|我们也?清醒|同时,?我们也|当然,我们)|自身发展还有很多不足|还?存在[^。]{0,20}(?:问题|不足|差距|困难)[^。]{0,10}(?:主要|:|。|一是)|面临[^。]{0,16}(?:困难|问题|挑战)[^。]{0,12}主要/,
  ],
  [
    'closing',
    /^(?:各位代表(?:、同志们)?[!,:、。]?(?:同志们[!,:])?)[^。]{0,80}(?:让我们|使命|蓝图|梦想|征程|新时代|未来|重任|奋斗|号角|风正|前景|目标)|^(?:让我们|最后)|^各位代表[!、,](?:同志们[!,])?$/,
  ],
  ['review', /成绩(?:的取得|来之不易)|取得的成绩|^在此,我(?:谨)?代表/],
  [
    'livelihood',
    /[\d一二三四五六七八九十]+(?:大)?(?:件|项|个)(?:重点|民生|惠民|为民|利民|民心|实际|好|、|和|、)*(?:实事|好事)/,
  ],
  ['targets', /(?:主要(?:预期)?|预期|奋斗)目标(?:是|为|:)/],
  [
    'requirements',
    /(?:总体|整体)(?:要求|思路)(?:是|:)|指导思想(?:是|:)|工作思路是|按照“[^”]+”工作思路/,
  ],
  [
    'tasks',
    /(?:重点|着力|主要|突出)(?:要)?(?:做好|抓好|抓|推进|完成|实施)[^。]{0,8}(?:以下)?[^。]{0,6}(?:工作|任务|方面)[^。]{0,4}[:。]/,
  ],
];

const leadsIn: Partial<Record<SectionRole, (role: SectionRole | null) => boolean>> = {
  review: (role) => role === 'self-government',
  shortcomings: (role) => role !== 'opening' && role !== 'livelihood',
  livelihood: (role) => role === 'tasks',
  targets: (role) => role === 'tasks' || role === 'requirements',
  requirements: (role) => role === 'tasks' || role === 'shortcomings' || role === 'review',
  tasks: (role) => role === 'requirements' || role === 'targets',
};

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
  let at = 0;
  for (const [index, node] of nodes.entries()) {
    role = walkSentences(text, at, node.start, role, false, spans);
    while ((open.at(-1)?.level ?? 0) >= node.level) open.pop();
    const parent = open.at(-1)?.role ?? null;
    const heading = text.slice(node.wordsStart, node.end);
    const year = Number(/(?:19|20)\d\d(?=年)/.exec(heading)?.[0] ?? Number.NaN);
    // 2018年发展目标 below 2017年工作回顾 is no part of the review, whatever its label says.
    const ahead = year > reviewed && !REVIEW.test(heading);
    const own = cueOf(heading, ahead ? null : parent, node) ?? (ahead ? 'tasks' : null);
    if (own === 'review' && !Number.isNaN(year)) reviewed = year;
    if (own !== null) role = own;
    else if (node.glyph !== 'outline') role = parent ?? nextChapterRole(role);
    open.push({ level: node.level, role });
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

function cueOf(heading: string, parent: SectionRole | null, node: OutlineNode): SectionRole | null {
  if (node.nodeKind === 'item') return 'livelihood';
  for (const [role, cue] of headingCues) {
    if (!cue.test(heading)) continue;
    if (node.level > 1 && parent === 'self-government') return null;
    if (role === 'self-government' && node.level > 2) continue;
    if ((role === 'targets' || role === 'livelihood') && parent === 'review') continue;
    if (role === 'tasks' && parent !== null && node.glyph !== 'outline') continue;
    if (role === 'review' && node.level > 1 && parent !== 'review') continue;
    return role;
  }
  return null;
}

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
    const next = nextRole(
      sentence,
      role,
      atEnd && (text.length - at < 1200 || text.length - at < text.length * 0.12),
    );
    if (next === 'livelihood' && role !== 'livelihood' && previous.startsWith('民生是')) {
      spans.reassign(previous.length, 'livelihood');
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
  for (const [next, cue] of sentenceCues) {
    if (next === 'closing' ? !nearEnd : !leadsIn[next]?.(role)) continue;
    if (cue.test(sentence)) return next;
  }
  return role;
}
