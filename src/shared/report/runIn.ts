import { boundaryAt } from './labels.ts';
import { type Gap, type OutlineNode, plainNode } from './outlineNode.ts';
import type { TextView } from './view.ts';

const phrase = /^[^。!?;:0-9]{4,22}(?=。)/;
const notHeading =
  /^(?:各位|在此|我们|他们|这|那|但|同时|其中|此外|对此|为此|因此|让|是|有|全年|目前|今天|民生是|谢谢|要|不|成功|荣获|获得?批?|创建为|入围|完成|新增|建成|圆满|顺利)|代表|(?:的|了|过夜|为止|等)$|得到了|取得了|完成了|实现了/;
/** How a heading of this kind mostly ends; the last two characters. */
const headingTail =
  /(?:加快|发展|提升|提高|改善|增强|推进|开展|优化|加强|显著|完善|见效|活跃|进展|成效|突破|变化|台阶|建设|水平|能力|体系|质量|环境|工作|作风|行政|理念|激发|理清|广阔|文化|教学|整治|利用|改革|服务|保障|治理|管理|安全|稳定|监督|民生|增收|振兴|[感度]|转型|升级|创新|产业|经济|项目|招商|号角|机制|保护|攻坚|成果|活力|潜力|动力|优势|品质|形象|面貌|基础|格局|转变|落实|责任|廉洁|清廉|为民|务实|高效|担当|纪律|[\u4e00-\u9fff]化|有力|有效|有序|稳固|稳定|巩固|向好|凸显|突出|完备|健全|普惠|夯实|深化|拓展|壮大|做强|过硬|到位|丰富|繁荣)$/;

interface Candidate {
  start: number;
  end: number;
  words: string;
  commas: number;
}

/**
 * Unnumbered headings that open a paragraph: “土地流转步伐加快。2018年,我镇流转土地6600亩…”. Short, without
 * figures, closed by a full stop, with text before the next of them. One alone proves nothing: a
 * section must hold two, and they must begin the section or be built alike.
 */
export function findRunInHeadings(
  view: TextView,
  gaps: readonly Gap[],
  headings: readonly OutlineNode[],
): OutlineNode[] {
  const closed = new Set(headings.filter((one) => one.nodeKind === 'item').map((one) => one.end));
  return gaps
    .filter((gap) => !closed.has(gap.from))
    .flatMap((gap) => inSection(view, gap))
    .map((one) => plainNode('run-in', one.start, one.end));
}

function inSection(view: TextView, gap: Gap): Candidate[] {
  const { text } = view;
  let at = gap.from;
  while (at < gap.to && '。!?;:'.includes(text[at] ?? '')) at += 1;
  const first = at;
  const candidates: Candidate[] = [];
  let lastWasCandidate = false;
  while (at < gap.to) {
    const stop = text.indexOf('。', at);
    const next = stop < 0 || stop >= gap.to ? gap.to : stop + 1;
    const candidate: Candidate | null = lastWasCandidate
      ? null
      : readCandidate(view, at, first, next, gap.to);
    if (candidate !== null) candidates.push(candidate);
    lastWasCandidate = candidate !== null;
    at = next;
  }
  const accepted = candidates.filter((one) => strength(one, candidates, first) >= 2);
  return accepted.length >= 2 ? accepted : [];
}

function readCandidate(
  view: TextView,
  at: number,
  first: number,
  next: number,
  to: number,
): Candidate | null {
  const { text } = view;
  const words = phrase.exec(text.slice(at, Math.min(to, at + 24)))?.[0];
  if (words === undefined || notHeading.test(words)) return null;
  const commas = (words.match(/,/g) ?? []).length;
  if (commas > 1 || (commas === 0 && words.length > 18)) return null;
  const boundary = boundaryAt(view, at);
  if (at !== first && boundary !== 'stop' && boundary !== 'line') return null;
  return hasBody(text, next, to) ? { start: at, end: at + words.length, words, commas } : null;
}

/** Text follows, and it is no other short heading-like sentence. */
function hasBody(text: string, from: number, to: number): boolean {
  if (to - from < 14) return false;
  const stop = text.indexOf('。', from);
  return stop < 0 || stop - from >= 14 || !headingTail.test(text.slice(from, stop));
}

function strength(one: Candidate, all: readonly Candidate[], first: number): number {
  let score = 0;
  if (one.start === first) score += 2;
  if (headingTail.test(one.words)) score += 1;
  if (all[0]?.start === first) score += all[0].commas === one.commas ? 1 : -1;
  const alike = all.filter((other) => other !== one && isAlike(one, other)).length;
  if (alike > 0) score += 1;
  return score;
}

/** Same rhythm, or the same first or last two characters: 深化诚信政府建设, 深化学习政府建设. */
function isAlike(a: Candidate, b: Candidate): boolean {
  if (a.commas !== b.commas) return false;
  const sameEdge =
    a.words.slice(0, 2) === b.words.slice(0, 2) || a.words.slice(-2) === b.words.slice(-2);
  return sameEdge || a.words.length === b.words.length;
}
