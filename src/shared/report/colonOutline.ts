import { boundaryAt } from './labels.ts';
import { type Gap, type OutlineNode, plainNode } from './outlineNode.ts';
import type { TextView } from './view.ts';

const phraseBeforeColon = /[^,。:;!?、(]{3,16}:/g;
const aspect = /(?:方面|领域|板块)$/;
const counted = /[一二三四五六七八九十两\d](?:个|项|大|条|件|类|种|步|要|”)/;
const introduces = /^(?:就是|即|也就是|重点是|主要是)/;
const notSlogan =
  /(?:是|为|指出|强调|要求|如下|包括|有|要|做到|问题|表现|情况|目标|如|实事|工作|代表|同志们)$/;

function isSlogan(words: string, next: string): boolean {
  return counted.test(words) && (introduces.test(next) || !notSlogan.test(words));
}

/**
 * Outlines by colon: “养殖业方面:围绕…” and slogans that are explained at once, “实施‘两个一’工程:就是推进
 * ‘一镇一园’建设…”. A slogan counts only together with others of its kind.
 */
export function findColonOutlines(view: TextView, gaps: readonly Gap[]): OutlineNode[] {
  const aspects: OutlineNode[] = [];
  const slogans: OutlineNode[] = [];
  for (const gap of gaps) {
    const text = view.text.slice(gap.from, gap.to);
    if (!text.includes(':')) continue;
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
