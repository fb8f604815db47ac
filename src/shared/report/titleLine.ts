import { localitySuffix } from './divisions.ts';
import { type Found, findDates } from './meetingLine.ts';
import { parseYear, yearDigits } from './numerals.ts';

export interface TitleFacts {
  /** “诸城市招商” of “【诸城市招商】2019年…”. */
  sourceLabel: Found<string> | null;
  /** The place in front of 政府工作报告, with the places above it if they are written. */
  locality: Found<string> | null;
  year: Found<number> | null;
  /** “(2020年1月5日 余红胜)” behind the title. */
  deliveredOn: Found<string> | null;
  speaker: Found<string> | null;
  /** What the title says beside the label. */
  rest: Found<string>;
}

const namePattern = new RegExp(`([\\u4e00-\\u9fff]{1,14}?${localitySuffix})(?=人民政府|政府|$)`);

/** 乡镇政府工作报告, 全镇工作总结: any town's, which names none. */
const nobodysName = new RegExp(`^[乡县市区全我本某各该]{1,2}${localitySuffix}$`);

/** A title is short; what is longer is no title. */
const longestTitle = 200;

/** Reads a title line whose widths are folded; offsets count in it. */
export function readTitle(line: string): TitleFacts {
  const title = line.slice(0, longestTitle);
  const label = /^\s*【([^】]{1,20})】/.exec(title);
  const restStart = label === null ? 0 : label[0].length;
  const rest = title.slice(restStart);
  const yearMatch = new RegExp(`(?<!${yearDigits})(${yearDigits}{4})年`).exec(rest);
  const year = yearMatch === null ? null : parseYear(yearMatch[1] ?? '');
  return {
    sourceLabel:
      label === null
        ? null
        : {
            value: label[1] ?? '',
            start: label[0].indexOf('【') + 1,
            end: label[0].indexOf('【') + 1 + (label[1] ?? '').length,
          },
    locality: readLocality(rest, restStart),
    ...readBrackets(rest, restStart),
    year:
      year === null || yearMatch === null
        ? null
        : {
            value: year,
            start: restStart + yearMatch.index,
            end: restStart + yearMatch.index + yearMatch[0].length,
          },
    rest: { value: rest, start: restStart, end: title.length },
  };
}

function readBrackets(rest: string, offset: number): Pick<TitleFacts, 'deliveredOn' | 'speaker'> {
  const brackets = /\(([^()]{4,40})\)\s*$/.exec(rest);
  const inside = brackets?.[1] ?? '';
  const from = offset + (brackets?.index ?? 0) + 1;
  const date = findDates(inside, from)[0] ?? null;
  if (date === null) return { deliveredOn: null, speaker: null };
  const name = /^[,、]?([\u4e00-\u9fff·]{2,10})$/.exec(inside.slice(date.end - from))?.[1];
  if (name === undefined || (name.length > 4 && !name.includes('·')))
    return { deliveredOn: date, speaker: null };
  const end = from + inside.length;
  return { deliveredOn: date, speaker: { value: name, start: end - name.length, end } };
}

/**
 * “2019年昌城镇政府工作报告”, “昌城镇2019年政府工作报告”, “诸城市2019年昌城镇政府工作报告”: the last name in
 * front of 政府工作报告, years taken out.
 */
function readLocality(rest: string, offset: number): Found<string> | null {
  const report = /(?:人民)?(?:政府)?工作的?(?:报告|总结)/.exec(rest);
  if (report === null) return null;
  const between = new RegExp(`${yearDigits}{4}年(?:度)?(?:上半年|下半年)?|关于|[\\s《》]+`, 'g');
  const front = rest.slice(0, report.index).replace(between, (words) => ' '.repeat(words.length));
  const names = [...front.matchAll(/[^ ]+/g)];
  for (const { 0: words, index } of names.reverse()) {
    const match = namePattern.exec(words);
    if (match === null || match.index !== 0) continue;
    const value = (match[1] ?? '').replace(/办事处$/, '');
    if (nobodysName.test(value)) continue;
    return { value, start: offset + index, end: offset + index + value.length };
  }
  return null;
}
