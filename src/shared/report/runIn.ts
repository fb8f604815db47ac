import type { CutModel } from './headingCut.ts';
import { boundaryAt } from './labels.ts';
import { type Gap, type OutlineNode, plainNode } from './outlineNode.ts';
import { runInFeatures, runInPhrase } from './runInFeatures.ts';
import { breakKind, type TextView } from './view.ts';

const notHeading =
  /^(?:[一二三四五六七八九十]{1,2}[要是]|打铁|做好(?:今年|明年|新|各项|下)|各位|在此|尽管|上述|以上|我们|他们|这|那|但|同时|其中|此外|对此|为此|因此|让|是|有|全年|目前|今天|民生是|谢谢|要|不|成功|荣获|获得?批?|创建为|入围|完成|新增|新建|改建|建成|圆满|顺利|按期|先后|年内|力争|计划|争取|开工|投入|投资|规划建设|继续建设|重点实施|确保完成)|代表|我们|.必须|关键在|(?:的|了|和|与|及|过夜|为止|等)$|得到了|取得了|完成了|实现了/;
/** Speech that goes on: “空气好、葡萄甜,孩子玩得不想走。”. */
const halfOfPair = /^[^“]*”|“[^”]*$/;
/** How a heading of this kind mostly ends; the last two characters. */
const headingTail =
  /(?:加快|发展|提升|提高|改善|增强|推进|开展|优化|加强|显著|完善|见效|活跃|进展|成效|突破|变化|台阶|建设|水平|能力|体系|质量|环境|工作|作风|行政|理念|激发|理清|广阔|文化|教学|整治|利用|改革|服务|保障|治理|管理|安全|稳定|监督|民生|增收|振兴|[感度]|转型|升级|创新|产业|经济|项目|招商|号角|机制|保护|攻坚|成果|活力|潜力|动力|优势|品质|形象|面貌|基础|格局|转变|落实|责任|廉洁|清廉|为民|务实|高效|担当|纪律|[\u4e00-\u9fff]化|有力|有效|有序|稳固|稳定|巩固|向好|凸显|突出|完备|健全|普惠|夯实|深化|拓展|壮大|做强|过硬|到位|丰富|繁荣|增长|规模|进步|和谐|佳绩|喜人|空前|可观|斐然|强劲|兴旺|红火|迅猛|良好|改观|提速|提质|提档|达标|丰硕|打破|缓解|加大|扩大|提效|增效|共享|初显|显现|回升|启动|起步|扩产|扩面|提标|落地|收官|清零|领先|覆盖|从无到有|方兴未艾|蒸蒸日上|如火如荼|日新月异|欣欣向荣|有声有色|深入人心|卓有成效|有条不紊|稳中[\u4e00-\u9fff]{2})$/;
/** A subject with what became of it: “长效管理持续加强”, “现代服务业蓬勃发展”. */
const predicate =
  /^[\u4e00-\u9fff、“”]{2,9}(?:稳步|稳中|持续|不断|逐步|日益|日趋|日渐|显著|明显|加速|快速|迅速|蓬勃|扎实|有效|有序|有力|全面|更加|更为|大幅|长足|深入|稳定|平稳|健康|协调|加快|初具|初见|再创|再上|再添|喜获|取得|步伐|势头|成效|力度|水平|成果|面貌)[\u4e00-\u9fff]{1,5}$/;

/** Line ends to be trusted; a text with several of them keeps its paragraphs. */
function countLines(view: TextView): number {
  let count = 0;
  for (const kind of view.breaks) if (kind === breakKind.line) count += 1;
  return count;
}

interface Candidate {
  start: number;
  end: number;
  words: string;
  commas: number;
  /** How much its words look like a heading, by learned weights; 0 is undecided. */
  likeness: number;
  /** Whether it begins a line of a text that keeps its lines, or stands behind what introduces it; `maybe` where the line before was full. */
  opens: 'line' | 'maybe' | 'no';
}

const opensLineGain = { line: 2.5, maybe: 0.5, no: -2 };

/**
 * Unnumbered headings that open a paragraph: “土地流转步伐加快。2018年,我镇流转土地6600亩…”. Short, without
 * figures, closed by a full stop, with text before the next of them. One alone proves nothing: a
 * section must hold two, and they must begin the section or be built alike.
 */
export function findRunInHeadings(
  view: TextView,
  gaps: readonly Gap[],
  headings: readonly OutlineNode[],
  model: CutModel,
): OutlineNode[] {
  const keepsLines = countLines(view) >= 8;
  const closed = new Set(headings.filter((one) => one.nodeKind === 'item').map((one) => one.end));
  const sections: Gap[][] = [];
  for (const gap of gaps) {
    if (!closed.has(gap.from)) sections.push([gap]);
    else if (keepsLines) {
      const from = nextLine(view, gap);
      if (from < gap.to) sections.at(-1)?.push({ from, to: gap.to });
    }
  }
  return sections
    .flatMap((section) => inSection(view, section, model, keepsLines))
    .map((one) => plainNode('run-in', one.start, one.end));
}

/** Where the first paragraph behind a list of items begins, which goes on with the section; or the gap's end. */
function nextLine(view: TextView, { from, to }: Gap): number {
  let at = from;
  while (at < to && view.breaks[at] !== breakKind.line) at += 1;
  return at;
}

/** How many candidates on either side are compared; keeps a long section linear. */
const neighbours = 12;

function inSection(
  view: TextView,
  section: readonly Gap[],
  model: CutModel,
  keepsLines: boolean,
): Candidate[] {
  const first = withoutMarks(view.text, section[0]);
  const candidates = section.flatMap((gap) => candidatesIn(view, gap, first, model));
  const times = new Map<string, number>();
  for (const { words } of candidates) times.set(words, (times.get(words) ?? 0) + 1);
  // Where none but the first opens a line they stand in the midst of one paragraph.
  const onLines =
    keepsLines && candidates.some(({ start, opens }) => start !== first && opens !== 'no');
  const accepted = candidates.filter((one, index) => {
    if (times.get(one.words) !== 1) return false;
    const near = candidates.slice(Math.max(0, index - neighbours), index + neighbours + 1);
    return strength(one, near, candidates[0], first, onLines) > 0;
  });
  const withBody = apartFromSayings(accepted).filter(
    (one, index, all) => all[index - 1]?.end !== one.start - 1,
  );
  return withBody.length >= 2 ? withBody : [];
}

/** Without “为政之要,重在实干。” right before “忠诚履职。” where the other headings have as many clauses as that one. */
function apartFromSayings(accepted: readonly Candidate[]): Candidate[] {
  return accepted.filter((one, index) => {
    const next = accepted[index + 1];
    if (next?.start !== one.end + 1 || next.commas === one.commas) return true;
    const others = accepted.filter((other) => other !== one && other !== next);
    return others.length === 0 || others.some((other) => other.commas !== next.commas);
  });
}

function withoutMarks(text: string, gap: Gap | undefined): number {
  let at = gap?.from ?? 0;
  while (at < (gap?.to ?? 0) && '。!?;:'.includes(text[at] ?? '')) at += 1;
  return at;
}

/** A candidate with its full stop is not longer. */
const longestPhrase = 24;
const introduction =
  /(?:以下|下列|如下|[几一二三四五六七八九十\d]+[个项件大])[^。:,]{0,12}:$|(?:工作|任务|方面|措施):$/;

/** Where a sentence opens behind what introduces it: “重点抓好以下工作:|千方百计抓好抗旱保民生。”; else where it begins. */
function introducedAt(text: string, from: number, to: number): number {
  let colon = to - 1;
  const first = Math.max(from, to - longestPhrase);
  while (colon > first && text.charCodeAt(colon) !== 0x3a) colon -= 1;
  return colon > first && introduction.test(text.slice(Math.max(from, colon - 24), colon + 1))
    ? colon + 1
    : from;
}

function candidatesIn(view: TextView, gap: Gap, first: number, model: CutModel): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = withoutMarks(view.text, gap); at < gap.to; ) {
    const next = Math.min(nextStop(view.text, at, gap.to) + 1, gap.to);
    const opening = introducedAt(view.text, at, next);
    const candidate = readCandidate(
      view,
      opening,
      opening === at ? first : opening,
      next,
      gap.to,
      model,
    );
    if (candidate !== null)
      candidates.push(opening === at ? candidate : { ...candidate, opens: 'line' });
    at = next;
  }
  return candidates;
}

function readCandidate(
  view: TextView,
  at: number,
  first: number,
  next: number,
  to: number,
  model: CutModel,
): Candidate | null {
  const { text } = view;
  const words = runInPhrase.exec(text.slice(at, Math.min(to, at + 24)))?.[0];
  if (words === undefined || notHeading.test(words) || halfOfPair.test(words)) return null;
  const commas = (words.match(/,/g) ?? []).length;
  if (commas > 1 || (commas === 0 && words.length > 18)) return null;
  const boundary = boundaryAt(view, at);
  if (at !== first && boundary !== 'stop' && boundary !== 'line') return null;
  if (!hasBody(text, next, to)) return null;
  let likeness = 0;
  for (const feature of runInFeatures(words, text.slice(next, next + 2))) {
    likeness += (model.runInWeights[feature] ?? 0) * model.runInUnit;
  }
  return {
    start: at,
    end: at + words.length,
    words,
    commas,
    likeness,
    opens: boundary === 'line' ? 'line' : view.breaks[at] === breakKind.wrap ? 'maybe' : 'no',
  };
}

/** The next full stop before `to`, or `to`. */
function nextStop(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== 0x3002) at += 1;
  return at;
}

/** Text follows, or a list, and it is no other short heading-like sentence. */
function hasBody(text: string, from: number, to: number): boolean {
  // A list follows at once: “全力办好民生实事。今年办好六件实事:1、…”.
  if (to - from < 14) return text[to - 1] === ':';
  const stop = nextStop(text, from, from + 14);
  return stop >= from + 14 || !headingTail.test(text.slice(from, stop));
}

/** Above 0 the candidate is a heading: its words, its place and the others of the section together. */
function strength(
  one: Candidate,
  near: readonly Candidate[],
  leader: Candidate | undefined,
  first: number,
  onLines: boolean,
): number {
  let score =
    one.likeness * 0.7 +
    (headingTail.test(one.words) ? 1 : 0) +
    (predicate.test(one.words) ? 1 : 0);
  if (standsOut(one, near)) score -= 5;
  if (one.start === first) score += 2.5;
  if (onLines) score += opensLineGain[one.opens];
  if (leader?.start === first && !standsOut(leader, near))
    score += leader.commas === one.commas ? 1.5 : -1.5;
  const alike = Math.max(0, ...near.map((other) => (other === one ? 0 : likenessOf(one, other))));
  score += alike;
  return score;
}

/** One of two clauses among several of one, or the other way round: “为政之要,重在实干” before “忠诚履职”, “依法行政”. */
function standsOut(one: Candidate, near: readonly Candidate[]): boolean {
  const others = near.filter((other) => other !== one);
  return others.length >= 2 && others.every((other) => other.commas !== one.commas);
}

/**
 * Built alike: second clauses that begin alike count most (统筹社区资源,推动生产园区化), then the same first or
 * last two characters (深化诚信政府建设, 深化学习政府建设), then the same rhythm.
 */
function likenessOf(a: Candidate, b: Candidate): number {
  if (a.commas !== b.commas) return 0;
  const clause = (one: Candidate) => one.words.slice(one.words.indexOf(',') + 1).slice(0, 2);
  if (a.commas > 0 && clause(a) === clause(b)) return 2;
  const sameEdge =
    a.words.slice(0, 2) === b.words.slice(0, 2) || a.words.slice(-2) === b.words.slice(-2);
  if (sameEdge) return 1.5;
  return a.words.length === b.words.length ? 0.5 : 0;
}
