import { leadingPieces, leftoverLine, trailingPiecesStart } from './pagePieces.ts';
import type { DiscardedText, RawDocument } from './report.ts';

export interface SeparatedText {
  document: RawDocument;
  discarded: DiscardedText[];
}

/** “甲镇2019年政府工作报告”, “甲街道二〇二三年工作总结和二〇二四年工作安排的报告”, “关于2023年工作情况的报告”. */
const titleLine =
  /^.{0,40}(?:政府)?工作(?:(?:情况)?的?报告|总结(?:[和及与暨].{1,16}工作(?:安排|计划|打算|思路|要点|谋划)(?:的?报告)?)?)(?:[（(].{0,40}[）)])?$/u;
/** Nothing but buttons: “【大 中 小】【打印】【关闭】”, “打印 | 关闭窗口”. */
const buttons =
  /^[【[(（|｜\s]*(?:(?:字体|字号|大|中|小|打印|关闭|收藏|复制|分享|返回|顶部|首页|本页|窗口|此页|文章|页面)[】\])）|｜:：\s【[(（]*)+$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** No leftover, whatever it begins with. */
const ownWords = /各位代表|工作报告——/;

/** A longer line is neither title nor leftover, and is not looked at closely. */
const longestLooked = 600;
/** A longer line is never nothing but a leftover: what stands in it may be the whole report. */
const longestLeftover = 160;

/**
 * Takes leftovers of a web page off the two ends of a single text: 来源, 浏览次数, 打印, 关闭窗口,
 * 上一篇 … The body is one contiguous slice of the text, so every offset into it stays good; a
 * leftover line in the middle stays in the body. A first line that is a title (…政府工作报告) becomes
 * the title line, a last line that is a date the date of retrieval. Where the page was copied into one line,
 * its leftovers are cut off the ends of that line (“您当前的位置：首页 > 正文 …政府工作报告 来源：… 各位代表：”).
 */
export function separateLeftovers(text: string): SeparatedText {
  const lines = splitLines(text.replace(/^\uFEFF/, ''));
  const body = text.replace(/^\uFEFF/, '');
  const discarded: string[] = [];
  let first = 0;
  let last = lines.length - 1;
  let title: string | null = null;
  let retrievedOn: string | null = null;
  let start = body.length;
  const menuEnd = titleBelowMenu(lines);
  for (; first <= last; first += 1) {
    const whole = lines[first]?.text ?? '';
    const line = withoutBlanks(whole);
    start = lines[first]?.start ?? body.length;
    if (line === '') continue;
    if (first < menuEnd || isLeftover(line)) discarded.push(whole.trim());
    else if (
      title === null &&
      lines.length > 1 &&
      (titleLine.test(line) || headsNews(lines, first))
    )
      title = bare(whole);
    else {
      const leading = leadingPieces(whole);
      if (leading === null) break;
      discarded.push(...leading.pieces);
      title ??= leading.title;
      start += leading.end;
      if (leading.end < whole.length) break;
    }
  }
  const tail: string[] = [];
  for (; last > first; last -= 1) {
    const whole = lines[last]?.text ?? '';
    const line = withoutBlanks(whole);
    if (line === '') continue;
    if (retrievedOn === null && isoDate.test(line)) retrievedOn = line;
    else if (isLeftover(line)) tail.unshift(whole.trim());
    else break;
  }
  let end = lines[last]?.end ?? body.length;
  const trail = body.slice(start, end);
  const trailAt = trailingPiecesStart(trail);
  if (trailAt < trail.length) {
    tail.unshift(trail.slice(trailAt).trim());
    end = start + trail.slice(0, trailAt).trimEnd().length;
  }
  const stood = { before: discarded, after: tail };
  return {
    document: { titleLine: title, text: body.slice(start, Math.max(start, end)), retrievedOn },
    discarded: (['before', 'after'] as const).flatMap((edge) =>
      stood[edge].length === 0
        ? []
        : [{ text: stood[edge].join('\n'), reason: '网站残留', beside: { document: 0, edge } }],
    ),
  };
}

/** A line without what an editor or a page set around its words: “## …”, “**…**”, “&nbsp;…”. */
function bare(line: string): string {
  return line.replace(/^(?:\s|&[a-z]{4};?|#{1,6}\s|\*\*)+|(?:\s|&[a-z]{4};?|\*\*)+$/g, '');
}

/** A line as it reads: “政 府 工 作 报 告”, or with characters that are not seen. */
function withoutBlanks(line: string): string {
  const words = line.trim();
  if (words.length > longestLooked) return words;
  return bare(words).replace(/[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/g, '');
}

/** “2024-08-16 09:20 来源：甲县融媒体中心 …”: what a site puts below the title of a piece of news. */
const newsLine = /^\d{4}-\d{2}-\d{2}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:来源|作者|记者)/;
const longestTitle = 40;

/** Whether a line is the title of a piece of news, which says nothing of a report. */
function headsNews(lines: readonly { text: string }[], at: number): boolean {
  const line = (lines[at]?.text ?? '').trim();
  const next = lines.slice(at + 1).find(({ text }) => text.trim() !== '')?.text ?? '';
  return line.length <= longestTitle && !/[。；]/.test(line) && newsLine.test(next.trim());
}

/** What stands above a title and belongs to the report: the meeting, the day, the government, a file's number. */
const belongsAbove =
  /第.{1,6}届|会议|人大|代表|报告人|文件|年|(?:镇|乡|街道|苏木|县|市|区|旗)(?:人民)?政府$|工作(?:报告|总结)/;
const longestMenu = 16;

/**
 * The index of the title's line where the lines above it are the menu of a site (首页, 走进我们, 政务公开 …): a few
 * short ones, and a report follows. 0 where they may be something else.
 */
function titleBelowMenu(lines: readonly { text: string }[]): number {
  for (let at = 0; at < Math.min(lines.length, longestMenu); at += 1) {
    const line = withoutBlanks(lines[at]?.text ?? '');
    if (titleLine.test(line)) {
      const below = lines.slice(at + 1, at + longestMenu);
      return below.some(({ text }) => withoutBlanks(text).includes('各位代表')) ? at : 0;
    }
    if (line.length > 40 || (belongsAbove.test(line) && !isLeftover(line))) return 0;
  }
  return 0;
}

function isLeftover(line: string): boolean {
  if (line.length > longestLeftover || ownWords.test(line)) return false;
  return leftoverLine.test(line) || (line.length <= 60 && buttons.test(line));
}
function splitLines(text: string): { text: string; start: number; end: number }[] {
  const lines: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}
