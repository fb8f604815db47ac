import { isAt, isDigit, trait } from './characters.ts';
import { parseChineseNumber } from './chineseNumber.ts';
import { composedNumber } from './composedNumber.ts';
import { type Decimal, parseDecimal } from './decimal.ts';

const NUMBER =
  /[一二两三四五六七八九]成(?:半|[一二三四五六七八九])?(?=[,。;、)以左的]|$)|\d{1,4}[亿万千]\d{1,4}(?:千万|百万|十万|[万千百])(?:\d{1,3}[千百十])?(?=[余多几]?[\u4e00-\u9fff])|百分之(?:[零〇一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿点]*|[十百千](?=[余多])/y;

/** Where the number ends that stands at `at`, −1 where none does. */
export function numberEnd(text: string, at: number): number {
  // Of nearly all numbers nothing has to be asked.
  const digits = digitsEnd(text, at);
  if (digits > at && !(isAt(text, digits, trait.groupsDigits) && isDigit(text, digits + 1))) {
    const decimal = text.charAt(digits) === '.' && isDigit(text, digits + 1);
    return decimal ? digitsEnd(text, digits + 1) : digits;
  }
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : -1;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end += 1;
  return end;
}

/** What a number says by itself, without its unit. */
export interface WrittenNumber {
  value: Decimal;
  percent: boolean;
  chinese: boolean;
  /** Characters of the match which belong to the unit: 万 of 一千二百万. */
  trimmed: number;
}

/** Reads the number `written` at `at` of the text; null where it is none. */
export function readNumber(text: string, at: number, written: string): WrittenNumber | null {
  if (written.charAt(1) === '成') return readTenths(text, at, written);
  const percent = written.startsWith('百分之');
  const body = percent ? written.slice(3) : written;
  if (isAt(body, 0, trait.digit)) {
    const composed = composedNumber(body);
    if (composed !== null) return { value: composed, percent, chinese: false, trimmed: 0 };
    const value = parseDecimal(body.includes(',') ? body.replaceAll(',', '') : body);
    return value === null ? null : { value, percent, chinese: false, trimmed: 0 };
  }
  const bare = body.replace(/(?<=.)[万亿]+$/, '');
  const word = body === '百' || body === '千' ? `一${body}` : bare;
  const digits = parseChineseNumber(word);
  const value = digits === null ? null : parseDecimal(digits);
  return value === null
    ? null
    : { value, percent, chinese: true, trimmed: body.length - bare.length };
}

/** 占税收的六成半, 下降三成: per cent; 一成 of 一成不变 and 收成 says nothing of the kind. */
function readTenths(text: string, at: number, written: string): WrittenNumber | null {
  if (
    !BEFORE_TENTHS.includes(text.charAt(at - 1)) &&
    !SHARE.test(text.slice(Math.max(0, at - 14), at))
  )
    return null;
  // 恢复到2015年的九成: a share of what it was.
  if (text.startsWith('年的', at - 2)) return null;
  const tenths = '零一二三四五六七八九'.indexOf(written.charAt(0).replace('两', '二'));
  const rest = '零一二三四五六七八九'.indexOf(written.charAt(2).replace('半', '五') || '零');
  const value = parseDecimal(String(tenths * 10 + rest));
  return value === null ? null : { value, percent: true, chinese: true, trimmed: 0 };
}

const SHARE = /占[^,。;:\d]{2,12}$/;
const BEFORE_TENTHS = '占达到近约超过的降长少高低加为在至足增减有';
