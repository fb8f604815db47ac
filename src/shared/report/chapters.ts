import { boundaryAt } from './labels.ts';
import { yearDigits } from './numerals.ts';
import type { TextView } from './view.ts';

/** A heading without number, found by its wording; offsets in the view. */
export interface Chapter {
  start: number;
  end: number;
}

const year = `${yearDigits}{4}年`;
const whose =
  '(?:政府|全镇|全乡|全街道|全县|全市|全区|我镇|我乡|镇|乡|经济社会发展|国民经济和社会发展|经济和社会发展|经济社会|主要|重点)';
const review = `(?:${year}|过去(?:的)?[一三四五]年|[一三四五]年来|去年|本届政府|“十[一二三四五]五”(?:时期|期间)?)(?:的|全年|度|上半年|以来)*${whose}*(?:工作|任务|目标)*(?:的)?(?:主要)?(?:完成)?(?:情况|成绩|成就)?(?:简要)?(?:回顾|总结)`;
const planNoun = '(?:思路|任务|安排|重点|要求|打算|计划|目标|举措|措施|部署|分析|建议|意见|设想)';
const plan = `(?:${year}|今年|今后[一三四五]年|未来[一三四五]年|下半年|下一步|“十[一二三四五]五”(?:时期|期间)?)(?:的|全年|度|下半年|${whose}|工作|总体|整体|奋斗|预期|发展|基本|和|及|与|、)*${planNoun}(?:(?:和|与|及|、|的|主要|重点|工作|总体|预期|发展)*${planNoun})*`;
const selfGovernment =
  '(?:[\\u4e00-\\u9fff]{0,4}(?:加强|推进|强化|抓好|深化|提升))政府自身(?:改革和?)?建设';
const problems = '(?:存在的?)(?:主要)?(?:困难|问题)(?:和|与|及)(?:主要)?(?:不足|问题|差距|困难)';
const requirement = '(?:总体|整体)要求(?:和(?:主要|奋斗|预期|发展)*目标)?';

const chapterPattern = new RegExp(`(?:${review}|${plan}|${selfGovernment}|${problems})`, 'g');
const atLabel = new RegExp(`(?:${review}|${plan}|${requirement})`, 'y');

/** Words that keep a phrase inside its sentence: “2019年工作的总体要求是:”. */
const runsOn = /^[,，;、。的是为已等中上下,%)”]|^情况|^取得|^完成|^:(?![(一])/;

/**
 * The end of a chapter title of fixed wording that starts at `from`, as in “2018年工作回顾2018年是…”;
 * null if none starts there or the sentence runs on.
 */
export function matchChapterTitle(text: string, from: number): number | null {
  atLabel.lastIndex = from;
  const match = atLabel.exec(text);
  if (match === null) return null;
  const end = match.index + match[0].length;
  return runsOn.test(text.slice(end, end + 4)) ? null : end;
}

/** Chapter titles glued to the text around them, at the start of a sentence. */
export function findChapters(view: TextView, from: number): Chapter[] {
  const chapters: Chapter[] = [];
  for (const match of view.text.matchAll(chapterPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const boundary = boundaryAt(view, start);
    if (start < from || (boundary !== 'stop' && boundary !== 'line')) continue;
    if (runsOn.test(view.text.slice(end, end + 4))) continue;
    chapters.push({ start, end });
  }
  return chapters;
}
