import { localitySuffix } from './divisions.ts';
import { headEnd, salutationEndAt } from './meetingLine.ts';
import { yearDigits } from './numerals.ts';
import type { ReportKind } from './report.ts';

export interface KindReading {
  kind: ReportKind;
  confidence: number;
  /** The words that decided, empty if the absence of others did. */
  cue: string;
}

const townLevel = /(?:镇|乡|街道|街道办事处|办事处|苏木)$/;

/** “裕华街道办事处2023年工作报告”, “2023年甲镇工作总结”: all the work of a town, not that of one office. */
const ownWork = new RegExp(
  `${localitySuffix}(?:人民政府|政府|办事处)?(?:关于)?(?:${yearDigits}{4}年(?:度|上半年)?)?工作(?:情况)?的?(?:报告|总结)`,
);

/** “记者 段晓雨 通讯员 许家明”, “本报讯”: who wrote for a newspaper or a site. */
const newsByline = /(?:记者|通讯员)[ :/]?[\u4e00-\u9fff]{2,4}|本报讯|本网讯|融媒体中心/;

/** “关于2021年民生实事完成情况的报告”, “…财政预算执行情况的报告”: heard by the same congress, no report of all the work. */
const partialReport = /(?:预算|决算|计划执行|实事|项目|议案|建议办理)[^。:,]{0,24}(?:报告|说明)/;

/**
 * 文种, from the title (widths folded), the first characters of the body and the place that
 * reports. A report addresses 各位代表, or is titled so by the town and addresses others or has chapters of both years, as
 * that of a street office which no congress hears; a city's or county's report is one of a higher level.
 *
 * @param namesBothYears whether the chapters name a year in review and a year of the plan.
 */
export function readKind(
  title: string,
  text: string,
  locality: string | null,
  headings: readonly string[],
  namesBothYears: boolean,
): KindReading {
  const head = text.slice(0, 400);
  const draft =
    /征求意见稿|送审稿|讨论稿|草稿|初稿/.exec(title) ??
    /征求意见稿|送审稿|讨论稿/.exec(head.slice(0, 60));
  if (draft !== null) return { kind: 'draft', confidence: 0.9, cue: draft[0] };
  const saluted = head.includes('各位代表');
  const named =
    /(?:政府)?工作的?报告/.exec(title) ?? /政府工作的?报告|报告(?:政府)?工作/.exec(head);
  const ended = headEnd(text);
  const others = salutationEndAt(text, ended) > ended;
  const own =
    namesBothYears || others ? (ownWork.exec(title) ?? ownWork.exec(text.slice(0, 60))) : null;
  const called = title || text.slice(0, Math.min(60, ended));
  const partial = /工作(?:的?报告|情况|总结|安排)/.test(called) ? null : partialReport.exec(called);
  if (partial !== null) return { kind: 'other', confidence: 0.8, cue: partial[0] };
  if (!saluted && own === null && !named?.[0].startsWith('政府工作')) {
    const labelled = /^\s*【[^】]*】/.exec(title);
    if (labelled !== null) return { kind: 'article', confidence: 0.9, cue: labelled[0].trim() };
    const byline = newsByline.exec(head.slice(0, 200));
    if (byline !== null) return { kind: 'article', confidence: 0.8, cue: byline[0] };
    return { kind: 'other', confidence: 0.5, cue: '' };
  }
  const confidence = saluted && named !== null ? 0.95 : own === null ? 0.65 : 0.8;
  const cue = named?.[0] ?? own?.[0] ?? '各位代表';
  if (locality !== null && !townLevel.test(locality)) {
    return { kind: 'higher-level-report', confidence, cue: locality };
  }
  const half = /上半年/.exec(title) ?? /上半年/.exec(headings.slice(0, 3).join('。'));
  if (half !== null)
    return { kind: 'half-year-report', confidence: Math.min(confidence, 0.85), cue: half[0] };
  const term = /过去(?:的)?五年|五年来|本届(?:镇|乡)?政府|任期/;
  const termCue =
    term.exec(title) ??
    /过去五年的?工作|五年来的?工作/.exec(head) ??
    term.exec(headings.slice(0, 4).join('。'));
  if (termCue !== null)
    return { kind: 'term-report', confidence: Math.min(confidence, 0.85), cue: termCue[0] };
  return { kind: 'annual-report', confidence, cue };
}
