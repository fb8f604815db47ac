import type { TextStatistics } from './cutFeatures.ts';
import { openingStrength } from './cutFeatures.ts';
import { opensSentence } from './labels.ts';
import { yearDigits } from './numerals.ts';
import { leftoverLine } from './pagePieces.ts';
import { breakKind, type TextView } from './view.ts';

/** A heading without number, found by its wording or its line; offsets in the view. */
export interface Chapter {
  start: number;
  end: number;
  /** False for a line of its own whose words are not those of a chapter. */
  fixedWording: boolean;
}

const year = `${yearDigits}{4}年`;
const period = '“十[一二三四五]?五”(?:时期|期间)?';
/**
 * Words between a year and the noun of a title. Every repetition below is bounded and no word of a list
 * is made of others of it: a text full of such words must not make the search slow.
 */
const whose = '(?:政府|全镇|全乡|全街道|全县|全市|全区|我镇|我乡|国民|经济|社会|发展|主要|重点|和)';
const review = `(?:关于|刚刚过去的)?(?:${year}|过去(?:的)?[一二三四五]年|[一二三四五]年来|上一?年度|去年|上半年|本届政府|${period})(?:的|全年|度|上半年|以来|及|和|至|${year}|过去五年|${period}){0,5}${whose}{0,5}(?:工作|任务|目标){0,2}(?:的)?(?:主要)?(?:完成|开展|执行|进展)?(?:情况|成绩|成就|成效)?(?:简要)?(?:回顾|总结|情况|成绩|成效|成就)|(?:过去(?:的)?[一二三四五]年|[一二三四五]年来)(?:的)?(?:主要)?工作`;
/** Nouns that name a plan by themselves, and words that are verbs as often (“2019年计划流转土地”). */
const planNoun =
  '(?:思路|任务|要求|打算|目标|举措|措施|设想|意见|建议|重点|要点|实事|民生实事|展望)';
const planVerb = '(?:计划|安排|部署|分析|打算)';
const planMiddle = `(?:全年|度|下半年|上半年|的|${whose}|工作|总体|整体|奋斗|预期|基本|各项|和|及|与|、)`;
const plan = `(?:关于)?(?:${year}|今年|明年|新(?:的)?一年|今后(?:[一三四五]年|一个时期)?|未来[一三四五]年|新一届政府|下半年|下一?步|${period})${planMiddle}{0,8}?(?:(?:重点|主要)工作|${planNoun}|(?:工作|任务|发展)(?:的)?(?:总体|主要|重点|初步)?${planVerb})(?:${planMiddle}{0,4}?(?:(?:重点|主要)工作|${planNoun}|${planVerb})){0,4}`;
const selfGovernment =
  '(?:关于|(?:关于)?[\\u4e00-\\u9fff]{0,4}(?:加强|推进|强化|抓好|深化|提升))?政府自身(?:改革(?:和|与)?)?建设';
/** “全面提升政府履职能力”, “努力建设人民满意政府”: the same chapter under other names. */
const ableGovernment =
  '(?:全面|切实|不断|着力|努力|持续)?(?:加强|提升|提高|增强|强化)政府(?:履职|执政|行政|治理|服务)(?:能力|水平|效能)(?:建设)?|(?:全力|努力|着力|加快|奋力|切实)?(?:建设|打造)(?:(?:让)?人民满意|服务型?|法治|廉洁|清廉|高效|务实|责任|阳光|学习型?|创新型?|、|和|的){1,6}政府';
const problems =
  '(?:工作中|当前|目前)?(?:面临的?|存在的?)(?:主要|突出)?(?:困难|问题|挑战|不足|差距)(?:(?:和|与|及)(?:主要)?(?:不足|问题|差距|困难|挑战))?';
/** Titles that name no year; a body must surely begin behind them. */
const bare =
  '主要工作(?:和|及|与)成[效绩]|(?:主要|突出)?(?:困难|问题|挑战|不足)(?:和|与|及)(?:主要)?(?:困难|问题|挑战|不足|差距)|(?:主要|重点)?工作(?:回顾|安排|打算|任务|成效)|指导思想|保障措施|(?:主要)?预期目标|主要目标(?:任务)?|(?:切实|全面|不断|着力)?(?:加强|强化)自身建设';
const goals = '(?:和|与|及)(?:主要|奋斗|预期|发展|工作){0,3}(?:目标|任务){1,2}';
const requirement = `(?:总体|整体)(?:要求|思路)(?:${goals})?|指导思想${goals}`;
/** “过去五年主要成就和2021年工作回顾”, “今后五年目标任务及2022年工作安排”: a longer time and the year. */
const both = `(?:过去(?:的)?[三四五]年|(?:今后|未来)[三四五]年|本届政府|${period})(?:的)?(?:发展|主要|奋斗|总体|目标|任务|重点|成就|成绩|成效|工作|部署|要求|思路|回顾){0,5}(?:和|及|与|暨)${year}(?:的)?${whose}{0,3}工作(?:的)?(?:回顾|总结|安排|任务|打算|计划|重点|要点|思路)?`;

const chapterPattern = new RegExp(
  `${both}|${review}|${plan}|${selfGovernment}|${ableGovernment}|${problems}|${requirement}|${bare}`,
  'y',
);
const chapterOnly = new RegExp(
  `^(?:${review}|${plan}|${selfGovernment}|${ableGovernment}|${problems}|${requirement})$`,
);
const atLabel = new RegExp(`${both}|${review}|${plan}|${requirement}`, 'y');
const chapterWords = new RegExp(
  `${review}|${plan}|自身建设|${problems}|${requirement}|工作(?:回顾|总结|安排|重点|任务|打算)|(?:重点|主要)工作$`,
);

/** Words that keep a phrase inside its sentence: “2019年工作的总体要求是:”. */
const runsOn =
  /^(?:为(?!政|了|民|此|实现|确保|完成|做好|更好|全面|贯彻|推动)|还|仍|方面|发展的|工作)|^[,;、。的是已等中上下就将%)”!来有如较均都重更存]|^情况|^圆满|^顺利|^基本|^明确|^落实|^推进|^十分|^繁重|^艰巨|^得到|^得以|^取得|^完成|^扎实|^不断|^全面|^持续|^进一步|^建议|^明显|^(?:抓好|做好|实施|构建)(?:以下|下列|[\d“]|[一二三四五六七八九十两][大个项])|^水平|^导向|^实践|^作为|^管理|^预期|^:(?![(1]|一、)|^(?:和|与|及|任务|目标)/;

const namesTime = new RegExp(
  `^(?:关于|刚刚过去的)?${year}|^(?:过去|[一二三四五]年来|上一?年度|去年|本届|“十).*回顾$`,
);
/** Behind these titles a short first sentence can follow at once: “加强政府自身建设转变工作作风。坚持…”. */
const ownTitle = new RegExp(`^(?:${selfGovernment}|${ableGovernment})$`);
/** What such a title does not say of itself: “政府自身建设|严格贯彻八项规定精神,…”. */
const ownClause = /^(?:严格|强化|深化|牢固|认真)[^,。;:]{4}/;
const shortSentence = /^(?:[\u4e00-\u9fff]{4,14}。){1,2}[^。!?]{8}/;

/** “2018年”, “过去”, “各位代表”, “今年” or a number of a heading: a body surely begins. */
const surelyOpens = new RegExp(
  `^(?:${yearDigits}{4}年|“十|过去|各位代表|今年|去年|一年来|五年来|本届|刚刚|即将|当前|我们|同时|在(?:肯定|看到|取得)|回顾|面对|根据|按照|为|第|[一二三四五几]年|总体(?:工作)?(?:要求|思路)|指导思想|坚持|围绕|全[镇乡市县区州省街]|在(?:[县市区州省镇乡]|街道)(?:党)?委|上述|今后|到(?:${yearDigits}{4}年|“十)|一是|一、|\\([一1]\\)|1[.、]|:[(一1])`,
);

/**
 * The end of a chapter title of fixed wording that starts at `from`, as in “2018年工作回顾2018年是…”;
 * null if none starts there or the sentence runs on.
 */
export function matchChapterTitle(text: string, from: number): number | null {
  const words = titleAt(atLabel, text, from);
  return words === '' ? null : from + words.length;
}

/**
 * The longest title at `from` behind which no sentence runs on, or nothing: of “2013年工作打算总体思路是…” that is
 * “2013年工作打算”, of “2025年重点工作安排建议…” it is none.
 */
function titleAt(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from;
  const longest = pattern.exec(text)?.[0] ?? '';
  let words = longest;
  while (words !== '' && runsOn.test(text.slice(from + words.length, from + words.length + 8))) {
    pattern.lastIndex = 0;
    words = pattern.exec(words.slice(0, -1))?.[0] ?? '';
  }
  const rest = text.slice(from + words.length, from + words.length + 8);
  return words === longest || surelyOpens.test(rest) ? words : '';
}

const otherTitle = new RegExp(`^(?:${selfGovernment}|${problems})$`);

/**
 * Whether a title is a sentence of its own: “2017年工作回顾。2017年,…”. One without a year is where the text has closed
 * another so: “加强政府自身建设。”.
 */
function isClosed(text: string, words: string, end: number, closesTitles: boolean): boolean {
  if (words === '' || text[end] !== '。' || end + 1 === text.length) return false;
  return namesTime.test(words) || (closesTitles && otherTitle.test(words));
}

const span = `(?:${year}|“十[一二三四五]五”|今后[一二三四五]年|新的一年|今年|下半年|上半年)`;
const titleNoun =
  '(?:工作|任务|目标|回顾|情况|安排|要求|思路|重点|打算|意见|部署|计划|设想|总结|成效|举措|措施|思想|方针|实事)';
/** “二○○四年工作的指导思想和奋斗目标|二○○四年政府工作…”: the sentence behind a title begins with its time once more. */
const repeatedTime = new RegExp(
  `(?:关于)?(${span})[^${'，。；：！？,;:!?'}\\d]{0,20}?${titleNoun}(?=\\1)`,
  'y',
);

/** A year of this or the last century, a plan of five years, or a word for a time. */
const opensTime = /[一二12“今新上下关]/;

function titleBeforeTime(text: string, at: number): string {
  if (!opensTime.test(text[at] ?? '')) return '';
  repeatedTime.lastIndex = at;
  return repeatedTime.exec(text)?.[0] ?? '';
}

/** Chapter titles without number: glued to the text at the start of a sentence, or lines of their own. */
export function findChapters(view: TextView, from: number, statistics: TextStatistics): Chapter[] {
  const lines = findLineTitles(view, from);
  const chapters = [...lines];
  let line = 0;
  let closesTitles = false;
  for (let start = from; start < view.text.length; start += 1) {
    // Only there, which is seldom: looked for everywhere, titles take longer than all else of the outline.
    if (!opensSentence(view, start)) continue;
    chapterPattern.lastIndex = start;
    const longest = chapterPattern.exec(view.text)?.[0] ?? '';
    const closed = start + longest.length;
    if (isClosed(view.text, longest, closed, closesTitles)) {
      closesTitles = true;
      if (!lines.some((one) => one.start === start))
        chapters.push({ start, end: closed, fixedWording: true });
      continue;
    }
    const known = longest === '' ? '' : titleAt(chapterPattern, view.text, start);
    const words = known || titleBeforeTime(view.text, start);
    const end = start + words.length;
    if (words.length < 4 || words === '今年重点') continue;
    while (line < lines.length && (lines[line]?.end ?? 0) <= start) line += 1;
    if ((lines[line]?.start ?? start + 1) <= start) continue;
    const next = view.text.slice(end, end + 8);
    const opensShortly =
      ownTitle.test(words) &&
      (shortSentence.test(view.text.slice(end, end + 40)) || ownClause.test(next));
    if (known !== '' && !opensShortly && !surelyOpens.test(next)) {
      const isPlain = namesTime.test(words) || (ownTitle.test(words) && !words.startsWith('政府'));
      if (!isPlain && openingStrength(view.text, end, statistics) < 8) continue;
    }
    chapters.push({ start, end, fixedWording: true });
  }
  return chapters.sort((a, b) => a.start - b.start);
}

/** Cells apart from each other with figures in them: “粮食产量(吨) 8200 8300”. */
function isTableRow(view: TextView, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) {
    if (view.breaks[at] !== breakKind.space || !/\d/.test(view.text[at] ?? '')) continue;
    if (/[^年月]\d[\d.%]*$/.test(view.text.slice(start, end))) return true;
  }
  return false;
}

const notTitle =
  /[。!?:;,、…]$|^(?:[一二三四五六七八九十]{1,3}、|[(㈠-㈩①-⑳⑴-⒇⒈-⒛]|\d{1,2}(?:[.、)]|$)|——|-|附|注|第[一二三四五六七八九十]+(?:部分|章|篇))|(?:人民政府|办事处)$|月\d{0,2}日?$|各位代表|^(?:镇长|乡长|主任|本报|记者|通讯员)|谢谢/;

/** “2018年工作回顾:” on a line of its own is a title too; other words closed by a mark are a sentence. */
function withoutMark(words: string): string {
  const title = /[:。]$/.test(words) ? words.slice(0, -1) : words;
  return title !== words && chapterOnly.test(title) ? title : words;
}

/** Short lines of their own with a paragraph below, in a text that keeps its lines. */
function findLineTitles(view: TextView, from: number): Chapter[] {
  const starts: number[] = [];
  for (let at = from; at < view.text.length; at += 1) {
    if (view.breaks[at] === breakKind.line) starts.push(at);
  }
  const titles: Chapter[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1];
    if (end === undefined || end - start < 4 || end - start > 32) continue;
    const words = withoutMark(view.text.slice(start, end));
    if (isTableRow(view, start, end) || leftoverLine.test(words)) continue;
    if (notTitle.test(words) || words.includes('。') || !/[\u4e00-\u9fff]{3}/.test(words)) continue;
    const following = (starts[index + 2] ?? view.text.length) - end;
    const fixedWording = chapterWords.test(words) || ownTitle.test(words);
    if (
      following < 24 &&
      !ownTitle.test(words) &&
      !(fixedWording && surelyOpens.test(view.text.slice(end, end + 8)))
    )
      continue;
    titles.push({ start, end: start + words.length, fixedWording });
  }
  return titles;
}
