import type { OutlineNode } from './outline.ts';
import type { SectionRole, Span } from './report.ts';
import type { TextView } from './view.ts';

export interface RoleSpan extends Span {
  role: SectionRole | null;
}

const headingCues: readonly [SectionRole, RegExp][] = [
  [
    'self-government',
    /自身(?:改革和?)?建设|作风(?:建设)?|(?:服务|法治|廉洁|人民满意)[^,]{0,6}政府|干部队伍/,
  ],
  ['shortcomings', /(?:问题|困难)(?:和|与|及)?(?:不足|问题|差距|困难)?$|不足$/],
  ['livelihood', /实事/],
  ['review', /回顾|总结|完成情况|发展成就|工作情况/],
  ['targets', /(?:主要|预期|奋斗|发展|总体)+目标$/],
  ['requirements', /(?:总体|整体)(?:要求|思路)|指导思想|基本思路|工作思路$|形势/],
  ['tasks', /任务|安排|工作重点|重点工作|打算|部署|计划|工作思路/],
];

/** Sentences inside a section that change what the text is doing. */
const sentenceCues: readonly [SectionRole, RegExp][] = [
  [
    'shortcomings',
    /^(?:各位代表[,!])?(?:在肯定成绩的同时|在看到成绩的同时|我们也?清醒|同时,?我们也|当然,我们)|(?:自身发展还有很多不足|还存在[^。]{0,20}(?:问题|不足|差距|困难)|面临[^。]{0,16}(?:困难|问题|挑战)[^。]{0,12}主要)/,
  ],
  [
    'closing',
    /^(?:各位代表[!,:、]?(?:同志们[!,])?)[^。]{0,60}(?:让我们|使命|蓝图|梦想|征程|新时代|未来|重任)|^(?:让我们|最后)/,
  ],
  ['livelihood', /[\d一二三四五六七八九十]+件[^。]{0,8}实事/],
  ['targets', /主要预期目标是|主要目标是|预期目标为/],
  ['requirements', /(?:总体|整体)要求是|指导思想是|工作思路是|总体思路是|按照“[^”]+”工作思路/],
];

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
  const spans: RoleSpan[] = [];
  const add = (start: number, end: number, role: SectionRole | null) => {
    if (end <= start) return;
    const last = spans.at(-1);
    if (last !== undefined && last.role === role && last.end === start) last.end = end;
    else spans.push({ start, end, role });
  };
  let role: SectionRole | null = 'opening';
  let at = 0;
  const chapterRoles: (SectionRole | null)[] = [];
  const boundaries = [...nodes.map((node) => node.start), text.length];
  for (const [index, boundary] of boundaries.entries()) {
    role = walkSentences(text, at, boundary, role, add);
    const node = nodes[index];
    if (node === undefined) break;
    chapterRoles.length = Math.min(chapterRoles.length, node.level - 1);
    const parent = chapterRoles.findLast((known) => known !== undefined && known !== null) ?? null;
    const own = cueOf(text.slice(node.wordsStart, node.end), parent, node);
    const previous: SectionRole | null = role;
    role = own ?? parent ?? previous;
    if (own === null && node.nodeKind === 'item') role = previous;
    while (chapterRoles.length < node.level - 1) chapterRoles.push(null);
    chapterRoles.push(role);
    at = boundary;
  }
  return spans;
}

function cueOf(heading: string, parent: SectionRole | null, node: OutlineNode): SectionRole | null {
  if (node.nodeKind === 'item') return 'livelihood';
  for (const [role, cue] of headingCues) {
    if (!cue.test(heading)) continue;
    if (role === 'targets' && parent === 'review') continue;
    if (role === 'tasks' && parent !== null && node.level > 2) continue;
    return role;
  }
  return null;
}

function walkSentences(
  text: string,
  from: number,
  to: number,
  initial: SectionRole | null,
  add: (start: number, end: number, role: SectionRole | null) => void,
): SectionRole | null {
  let role = initial;
  let at = from;
  while (at < to) {
    const stop = nextStop(text, at, to);
    const sentence = text.slice(at, stop);
    for (const [next, cue] of sentenceCues) {
      if (!cue.test(sentence)) continue;
      if (next === 'closing' && to < text.length) continue;
      if (next === 'shortcomings' && role !== 'review' && role !== 'tasks') continue;
      if (next === 'livelihood' && role !== 'tasks') continue;
      role = next;
      break;
    }
    add(at, stop, role);
    at = stop;
  }
  return role;
}

function nextStop(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if ('。!?'.includes(text[at] ?? '')) {
      const quoted = '”’」'.includes(text[at + 1] ?? ' ') ? 2 : 1;
      return Math.min(to, at + quoted);
    }
  }
  return to;
}
