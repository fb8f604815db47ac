import { boundaryAt } from './labels.ts';
import { type Gap, type OutlineNode, plainNode } from './outlineNode.ts';
import type { TextView } from './view.ts';

const boxed = /【[\u4e00-\u9fff][\u4e00-\u9fff\w、,·+“”]{1,22}】/g;
/** What a page or an appendix sets in such brackets. */
const notHeading = /打印|关闭|收藏|返回|字[体号]|来源|编辑|解释|注释|附[件表]|责任/;
const shortestBody = 10;

/**
 * Headings set in 【】: “【城市焕新行动】完成9个老旧小区改造…”. They open a paragraph or follow a sentence, and a body
 * stands behind them; one alone is no outline. The brackets are part of the heading.
 */
export function findBoxedHeadings(view: TextView, gaps: readonly Gap[]): OutlineNode[] {
  const found = gaps.flatMap((gap) =>
    [...view.text.slice(gap.from, gap.to).matchAll(boxed)].flatMap(({ 0: words, index }) => {
      const start = gap.from + index;
      const end = start + words.length;
      if (notHeading.test(words)) return [];
      if (start > gap.from && !['line', 'stop', 'space'].includes(boundaryAt(view, start)))
        return [];
      return hasBody(view.text.slice(end, gap.to)) ? [plainNode('outline', start, end)] : [];
    }),
  );
  return found.length >= 2 ? found : [];
}

/** Words follow, or a list at once: “【民生幸福行动】办好两项实事:”. */
function hasBody(behind: string): boolean {
  const first = behind.slice(0, shortestBody);
  return !first.includes('【') && (first.length === shortestBody || first.endsWith(':'));
}
