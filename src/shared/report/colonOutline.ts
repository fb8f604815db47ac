import { boundaryAt, opensSentence } from './labels.ts';
import { type Gap, type OutlineNode, plainNode } from './outlineNode.ts';
import { breakKind, type TextView } from './view.ts';

const phraseBeforeColon = /[^,。:;!?、(]{3,16}:/g;
const aspect = /(?:方面|领域|板块)$/;
const counted = /[一二三四五六七八九十两\d](?:个|项|大|条|件|类|种|步|要|”)/;
const introduces = /^(?:就是|即|也就是|重点是|主要是)/;
const notSlogan =
  /(?:是|为|指出|强调|要求|如下|包括|有|要|做到|问题|表现|情况|目标|如|实事|工作|代表|同志们)$/;

/** “抓结构调整：稳定粮食面积5.2万亩…”: what a paragraph is about, before its text. */
const subject = /^[\u4e00-\u9fff“”、]{3,12}(?=:[^:]{10})/;
const notSubject =
  /(?:[是为有要]|如下|包括|做到|问题|表现|情况|目标|思想|要求|思路|工作|代表|同志们|附[件表]|解释|注释|电话|[来稿]源|编辑|时间|日期|地址)$|指出|强调|我|^(?:一|二|三|四|五|六|七|八|九|十)+[要是]/;

/** Subjects before a colon at the start of paragraphs, or of all sentences of a section; one alone proves nothing. */
function subjectsIn(view: TextView, { from, to }: Gap): OutlineNode[] {
  let first = from;
  while (first < to && '。!?;:'.includes(view.text[first] ?? '')) first += 1;
  const nodes: OutlineNode[] = [];
  let sentences = 0;
  let lines = 0;
  for (let at = first; at < to; at += 1) {
    if (at > first && !opensSentence(view, at)) continue;
    const onLine = view.breaks[at] === breakKind.line;
    if (at > first && !onLine && view.text[at - 1] !== '。') continue;
    sentences += 1;
    const words = subject.exec(view.text.slice(at, Math.min(to, at + 28)))?.[0];
    if (words === undefined || notSubject.test(words)) continue;
    if (onLine) lines += 1;
    nodes.push(plainNode('aspect', at, at + words.length));
  }
  if (nodes.length < 2) return [];
  if (lines >= 2) return nodes.filter(({ start }) => view.breaks[start] === breakKind.line);
  return nodes[0]?.start === first && nodes.length * 2 > sentences ? nodes : [];
}

function isSlogan(words: string, next: string): boolean {
  return counted.test(words) && (introduces.test(next) || !notSlogan.test(words));
}

/**
 * Outlines by colon: “养殖业方面:围绕…”, “抓龙头带动:扶持…” and slogans that are explained at once, “实施‘两个一’工程:就是推进
 * ‘一镇一园’建设…”. A slogan counts only together with others of its kind.
 */
export function findColonOutlines(view: TextView, gaps: readonly Gap[]): OutlineNode[] {
  const aspects: OutlineNode[] = [];
  const slogans: OutlineNode[] = [];
  for (const gap of gaps) {
    const text = view.text.slice(gap.from, gap.to);
    if (!text.includes(':')) continue;
    const subjects = subjectsIn(view, gap);
    if (subjects.length > 0) {
      aspects.push(...subjects);
      continue;
    }
    for (const match of text.matchAll(phraseBeforeColon)) {
      const start = gap.from + match.index;
      const end = start + match[0].length - 1;
      const boundary = boundaryAt(view, start);
      const opens =
        start === gap.from || boundary === 'stop' || boundary === 'line' || boundary === 'space';
      if (!opens) continue;
      const words = view.text.slice(start, end);
      if (aspect.test(words)) aspects.push(plainNode('aspect', start, end));
      else if (isSlogan(words, view.text.slice(end + 1, end + 5))) {
        slogans.push(plainNode('outline', start, end));
      }
    }
  }
  return [...aspects, ...(slogans.length >= 2 ? slogans : [])];
}
