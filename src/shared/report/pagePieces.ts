/**
 * What a web page leaves around a text, on lines of its own or all in one line: the way to the page, when and by whom
 * it was put there, how often it was read, buttons; behind the text the pages before and after it.
 */

const label = (names: string) => `(?:${names})\\s*[:：]\\s*`;
const day = '\\d{4}\\s*[-年/.]\\s*\\d{1,2}\\s*[-月/.]\\s*\\d{1,2}日?';
/** A day as a program writes it; “时间：2019年3月2日” is the report's own. */
const plainDay = '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}';
const clock = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?';
const textLabels =
  '(?:信息|文章|稿件)?来源|作者|责任编辑|编辑|(?:文章)?录入|审核|校对|监制|稿源|供稿|(?:发布|公开|发文|制发|成文)(?:机构|单位|机关)|索引号|发文字号|文号';
const dateLabels =
  '(?:内容)?(?:发布更新|发布|发表|更新|录入|生成|成文|公开|创建|上传)(?:时间|日期)';
const countLabels = '(?:浏览|点击|阅读|访问)(?:次数|量|数)?|点击率';
const lineLabels =
  '公开(?:方式|形式|类别)|有效性|主题(?:分类|词)|信息分类|联系(?:电话|地址)|字体|(?:您|你)?(?:当前|现在|所在)?的?位置';
const crumb = '(?:正文|详细信息|[^\\s>»›→。，,：:]{1,24})';
const buttons =
  '打印(?:本页|此页|文章)?|关闭(?:窗口|本页|此页)|我要打印|(?:加入)?收藏(?:本页)?|返回(?:首页|顶部)|复制链接|分享(?:到|至)?[:：]?|纠错';

const leading = new RegExp(
  [
    `(?:(?:您|你)?(?:当前|现在|所在)?的?位置\\s*[:：]\\s*|(?=首页\\s*[>»›→]))${crumb}(?:\\s*(?:>+|»|›|→)\\s*${crumb})*`,
    `${label(dateLabels)}(?:${day}(?:\\s*${clock})?(?:\\s*星期[一二三四五六日天])?)?`,
    `${plainDay}\\s+${clock}(?=\\s)`,
    `${label('时间|日期')}${plainDay}(?:\\s*${clock})?`,
    `[(（]?${label(countLabels)}\\d*\\s*(?:人?次)?[)）]?`,
    `[【[（(]?${label(textLabels)}[^\\s:：。，,；;【】|｜()（）]{0,24}?(?:[】\\])）]|(?=\\s|$|[【|｜]|——|(?:${textLabels}|${dateLabels}|${countLabels}|字体|字号)\\s*[:：]))`,
    '[【\\[]?\\s*(?:(?:字体|字号)\\s*[:：]?\\s*)?(?:[【\\[(（]?\\s*[大中小]\\s*[】\\])）]?[\\s|｜]*){3}[】\\]]?',
    `[【\\[](?:${buttons}|关闭)[】\\]]`,
    `(?:${buttons})(?=[\\s【\\[|｜]|$|——|${buttons})`,
    '(?:微信|手机)扫一扫(?:分享)?',
  ].join('|'),
  'y',
);

/** How a short line begins that is nothing but a leftover. */
export const leftoverLine = new RegExp(
  `^(?:(?:${textLabels}|${dateLabels}|${countLabels}|${lineLabels})\\s*[:：]|(?:时间|日期)\\s*[:：]\\s*${plainDay}|点击上方|阅读原文|点赞|友情链接|备案号|[\\u4e00-\\u9fff]?ICP备|网站标识码|技术支持|扫描二维码|访问量|字号|【(?:打印|关闭|收藏|复制)|(?:打印|关闭)(?:本页|窗口|此页)|附件\\s*\\d*\\s*[:：].{1,80}\\.(?:docx?|xlsx?|wps|et|pdf|zip|rar)$|(?:首页\\s*)?上一(?:篇|条|页)|下一(?:篇|条|页)|分享(?:到|至|\\s*[:：])|扫一扫|首页\\s*[>»]|版权所有|主办单位|网站地图|联系我们|返回(?:顶部|首页)|相关(?:链接|阅读|文章|文档|附件|新闻)|Copyright)`,
);

const between = /[\s|｜·]*/y;
const title =
  /[^\s。，,：:]{0,40}?(?:政府)?工作的?(?:报告|总结)(?:[（(][^()（）\s]{0,40}[）)])?(?=\s|$|——|[（(]?\d{4}年\d{1,2}月)/y;

export interface LeadingPieces {
  /** Where the report's own words begin. */
  end: number;
  /** Of the pieces, as they stand in the line. */
  pieces: string[];
  title: string | null;
}

/** The pieces a line begins with, and the title among them; null where it begins with none. */
export function leadingPieces(line: string): LeadingPieces | null {
  const found: LeadingPieces = { end: 0, pieces: [], title: null };
  for (let at = 0; at < line.length; ) {
    between.lastIndex = at;
    const start = at + (between.exec(line)?.[0].length ?? 0);
    leading.lastIndex = start;
    const piece = leading.exec(line)?.[0] ?? '';
    title.lastIndex = start;
    const named = piece === '' && found.title === null ? (title.exec(line)?.[0] ?? '') : '';
    if (piece === '' && named === '') {
      found.end = start;
      break;
    }
    if (piece !== '') found.pieces.push(piece.trim());
    else found.title = named;
    at = start + piece.length + named.length;
    found.end = at;
  }
  return found.pieces.length === 0 ? null : found;
}

const trailing =
  /上一(?:篇|条)(?:文章|信息|新闻)?\s*[:：]|下一(?:篇|条)(?:文章|信息|新闻)?\s*[:：]|(?:【[\u4e00-\u9fff]{2,6}】\s*){2,}|【(?:打印|关闭|字体|字号|大\s*中\s*小|收藏|返回)|打印(?:本页|此页)|关闭(?:窗口|本页|此页)|责任编辑\s*[:：]|版权所有|主办(?:单位)?\s*[:：]|[\u4e00-\u9fff]ICP备|扫一扫|分享(?:到|至)\s*[:：]|返回(?:顶部|首页)|网站地图|相关(?:链接|阅读|文章|文档|附件|新闻)\s*[:：]|Copyright|(?:信息|文章)来源\s*[:：]|(?:浏览|点击|阅读)(?:次数|量)\s*[:：]/g;
/** What a report ends with: the end of a sentence, or a signature and its date. */
const closed = /(?:[。！!？?…”）)]|人民政府|办事处|管委会|\d月|日)\s*$/;
const longestTrail = 400;

/** Where the pieces begin that follow the report in its last line; the line's length where none do. */
export function trailingPiecesStart(line: string): number {
  const from = Math.max(0, line.length - longestTrail);
  for (const match of line.slice(from).matchAll(trailing)) {
    const at = from + match.index;
    if (closed.test(line.slice(Math.max(0, at - 12), at))) return at;
  }
  return line.length;
}
