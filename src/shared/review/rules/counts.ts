import type { Span } from '../../report/report.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findAll } from '../subject.ts';
import { smallNumber, smallNumberPattern } from './numerals.ts';

const n = smallNumberPattern;
/** 10件民生实事: … with a list after it. */
const announcedItems = new RegExp(`(${n})件[^\\d,.;:。]{0,8}实事|实事(${n})件`, 'g');
/** 共40件,其中,接续去年28件;今年新增12件 */
const split =
  /(\d{1,4})(件|项|个|家|户)\D{0,20}?其中[^\d.]{0,8}(\d{1,4})\2[^\d.]{0,12}(\d{1,4})\2(?!.{0,6}\d+\2)/g;
/** 得利斯、昌城、河岔5个社区 */
const listed = new RegExp(
  `((?:[^、,.;:!?。]{1,16}、)+[^、,.;:!?。]{1,16}?)(?<!等)(${n})(个(?!月|工作日|小时|以上)|项|大(?![道街路桥厦楼坝棚学])|条|种|类|处|家|所|名|座)(?!等)(?=[\\u4e00-\\u9fff“"])`,
  'g',
);
/** 三个问题:一是…二是… */
const announcedPoints = new RegExp(
  `(?<![\\d.])(${n})(个方面|方面|个|项|大|点|条|类|件)[^.。]{0,30}?[:;.。,]一是`,
  'g',
);
/** 重点抓好以下三项工作:(一)… */
const announcedSections = new RegExp(
  `(${n})(项|个方面|大|件)(?:重点|主要)?(?:工作|任务|举措|行动|工程)[^.。]{0,6}[:.]\\s*\\(一\\)`,
  'g',
);
/** Where the numbered sections of a chapter end at the latest. */
const nextChapter = /\n[一二三四五六七八九十]{1,3}、/;
const ordinals = '一二三四五六七八九十';
const verb =
  /(?:新建|建设|建成|完成|打造|实施|改造|修建|栽植|创建|设立|开展|新上|引进|投资|举办|召开|新增|培育|发展|组织|推进|共|各|有|近|约|达|第|前|其他|另外?|以及|这|那|的)$/;
/** 对杨中路、文昌街2条道路: short names are a list after all. */
const shortItem = 5;
const placePhrase = /^(?:在|对|为|从|向|由|给|把|将)/;

/** Numbers of things announced against the things listed: 10件实事, 40=28+12, 五项重点, 三个方面:一是…. */
export const checkCounts: Rule = (subject) => [
  ...checkItems(subject),
  ...checkSplit(subject),
  ...checkListed(subject),
  ...checkPoints(subject),
  ...checkSections(subject),
];

function mismatch(message: string, span: Span): RuleFinding {
  return { rule: 'item-count', severity: 'error', message, spans: [span] };
}

const checkItems: Rule = ({ text }) =>
  findAll(text, announcedItems).flatMap(({ start, end, groups }): RuleFinding[] => {
    const announced = smallNumber(groups[1] || groups[2] || '');
    const found = countLabels(text, end);
    if (announced === undefined || found < 2 || found === announced) return [];
    // 60件实事:1.重点办好7件实事:(1)… lists kinds, and under each its own.
    if (/件[^\d,.;:。，；：]{0,8}实事/.test(text.slice(end, end + 60))) return [];
    // 共40件,接续28件,新增12件:(1)…(12) lists the new ones.
    const parts = [...text.slice(end, end + 60).matchAll(/(\d{1,3})件/g)].map((match) =>
      Number(match[1]),
    );
    if (parts.includes(found)) return [];
    return [mismatch(`写明${announced}件，其后列出${found}件。`, { start, end })];
  });

/** How many labels 1. 2. 3. or (1) (2) follow from `from`; one that is missing between others is not counted. */
function countLabels(text: string, from: number): number {
  const first = /(?<!\d)([(\uff08]?)1[)\uff09.\uff0e、](?!\d)/.exec(text.slice(from, from + 80));
  if (!first) return 0;
  const bracketed = first[1] !== '';
  let count = 1;
  let at = from + first.index + first[0].length;
  for (let next = 2, missed = 0; next <= 60 && missed < 3; next += 1) {
    // 1.5公里 is no label, 1.12345热线 is one.
    const label = bracketed
      ? `[(\\uff08]${next}[)\\uff09]`
      : `(?<![\\d.])${next}[.\\uff0e、](?!\\d{1,2}(?!\\d))`;
    const match = new RegExp(label).exec(text.slice(at, at + 600));
    const restart = new RegExp(label.replace(String(next), '1')).exec(text.slice(at, at + 600));
    if (restart && restart.index < (match?.index ?? 0)) break;
    if (!match) {
      missed += 1;
      continue;
    }
    missed = 0;
    count += 1;
    at += match.index + match[0].length;
  }
  return count;
}

const checkSplit: Rule = ({ folded }) =>
  findAll(folded, split).flatMap(({ start, end, groups }): RuleFinding[] => {
    const [total, left, right] = [Number(groups[1]), Number(groups[3]), Number(groups[4])];
    // Only the two parts of 接续…新增 and the like make up the whole.
    const whole = /接续|续建|结转|新增|新建|新上|其余|另/.test(groups[0] ?? '');
    if (!whole || left + right === total) return [];
    const unit = groups[2];
    return [
      mismatch(
        `共${total}${unit}，其中${left}${unit}与${right}${unit}相加为${left + right}${unit}。`,
        { start, end },
      ),
    ];
  });

const checkListed: Rule = ({ folded }) =>
  findAll(folded, listed).flatMap(({ start, end, groups }): RuleFinding[] => {
    const [, list = '', number = '', unit = ''] = groups;
    const announced = smallNumber(number);
    const items = list.split('、');
    const last = items.at(-1) ?? '';
    if (
      announced === undefined ||
      announced < 2 ||
      verb.test(last) ||
      (placePhrase.test(items[0] ?? '') && items.some(({ length }) => length > shortItem))
    )
      return [];
    // 重要会议和重大活动期间信访值班 may be one thing or two; a number far off counts something else.
    if (/[\d“"]$/.test(last) || /[和与]|(?<!涉)及|\d[个家处座所]/.test(list)) return [];
    if (Math.abs(announced - items.length) !== 1) return [];
    return [
      {
        rule: 'item-count',
        severity: 'suspect',
        message: `写作“${number}${unit}”，前面列出${items.length}项。`,
        spans: [{ start, end }],
      },
    ];
  });

const checkPoints: Rule = ({ folded }) =>
  findAll(folded, announcedPoints).flatMap(({ start, end, groups }): RuleFinding[] => {
    const announced = smallNumber(groups[1] ?? '');
    if (announced === undefined) return [];
    let count = 1;
    let at = end;
    while (count < ordinals.length) {
      const next = folded.slice(at, at + 500).indexOf(`${ordinals[count]}是`);
      if (next < 0) break;
      at += next + 2;
      count += 1;
    }
    if (count === announced) return [];
    const message = `写明${announced}${groups[2]}，其后“一是”至“${ordinals[count - 1]}是”为${count}项。`;
    return [{ rule: 'item-count', severity: 'suspect', message, spans: [{ start, end: end - 2 }] }];
  });

const checkSections: Rule = ({ folded, text }) =>
  findAll(folded, announcedSections).flatMap(({ start, end, groups }): RuleFinding[] => {
    const announced = smallNumber(groups[1] ?? '');
    const chapterEnd = text.slice(end).search(nextChapter);
    const chapter = folded.slice(end, chapterEnd < 0 ? folded.length : end + chapterEnd);
    let count = 1;
    let at = 0;
    for (; count < ordinals.length; count += 1) {
      const next = chapter.indexOf(`(${ordinals[count]})`, at);
      const restart = chapter.indexOf('(一)', at);
      if (next < 0 || (restart >= 0 && restart < next)) break;
      at = next;
    }
    if (announced === undefined || count < 2 || count === announced) return [];
    return [
      {
        rule: 'item-count',
        severity: 'suspect',
        message: `写明${announced}${groups[2]}，其后分${count}部分。`,
        spans: [{ start, end: end - 3 }],
      },
    ];
  });
