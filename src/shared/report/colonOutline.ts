import { boundaryAt } from './labels.ts';
import { type Gap, type OutlineNode, plainNode } from './outlineNode.ts';
import { breakKind, type TextView } from './view.ts';

const phraseBeforeColon = /[^,。:;!?、(]{3,16}:/g;
const aspect = /(?:方面|领域|板块)$/;
const counted = /[一二三四五六七八九十两\d](?:个|项|大|条|件|类|种|步|要|”)/;
const introduces = /^(?:就是|即|也就是|重点是|主要是)/;
const notSlogan =
  /(?:是|为|指出|强调|要求|如下|包括|有|要|做到|问题|表现|情况|目标|如|实事|工作|代表|同志们)$/;

/** “抓结构调整：稳定粮食面积5.2万亩…”: what a paragraph is about, before its text. */
const subject = /^[\u4e00-\u9fff“”]{3,12}(?=:[^:]{10})/;
const notSubject =
  /(?:[是为有要]|如下|包括|做到|问题|表现|情况|目标|思想|要求|思路|工作|代表|同志们|附[件表]|解释|注释|电话|[来稿]源|编辑|时间|日期|地址)$|指出|强调|我|^(?:一|二|三|四|五|六|七|八|九|十)+[要是]/;

function isSubject(text: string, words: string, start: number): boolean {
  return subject.test(text.slice(start, start + words.length + 12)) && !notSubject.test(words);
}

/** Those of `subjects` that open paragraphs, or nearly all sentences of a section; one alone proves nothing. */
function outlineOf(view: TextView, gap: Gap, subjects: readonly OutlineNode[]): OutlineNode[] {
  if (subjects.length < 2) return [];
  const onLines = subjects.filter(({ start }) => view.breaks[start] === breakKind.line);
  if (onLines.length >= 2) return onLines;
  const text = view.text.slice(gap.from, gap.to);
  const first = gap.from + text.search(/[^。!?;:]/);
  const sentences = text.split(/。(?!$)/).length;
  return subjects[0]?.start === first && subjects.length * 2 > sentences ? [...subjects] : [];
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
  let slogansSeen = 0;
  for (const gap of gaps) {
    const text = view.text.slice(gap.from, gap.to);
    if (!text.includes(':')) continue;
    const subjects: OutlineNode[] = [];
    const aspectsHere: OutlineNode[] = [];
    const slogansHere: OutlineNode[] = [];
    for (const match of text.matchAll(phraseBeforeColon)) {
      const start = gap.from + match.index;
      const end = start + match[0].length - 1;
      const boundary = boundaryAt(view, start);
      const opens =
        start === gap.from || boundary === 'stop' || boundary === 'line' || boundary === 'space';
      if (!opens) continue;
      const words = view.text.slice(start, end);
      const slogan = !aspect.test(words) && isSlogan(words, view.text.slice(end + 1, end + 5));
      const node = plainNode(slogan ? 'outline' : 'aspect', start, end);
      if ((boundary !== 'space' || start === gap.from) && isSubject(view.text, words, start))
        subjects.push(node);
      if (slogan) slogansHere.push(node);
      else if (aspect.test(words)) aspectsHere.push(node);
    }
    slogansSeen += slogansHere.length;
    const outline = outlineOf(view, gap, subjects);
    if (outline.length > 0) aspects.push(...outline);
    else {
      aspects.push(...aspectsHere);
      slogans.push(...slogansHere);
    }
  }
  return [...aspects, ...(slogansSeen >= 2 ? slogans : [])];
}
