import { type DivisionIndex, localityStem, splitLocality } from './divisions.ts';
import { type Found, findDates, headEnd } from './meetingLine.ts';
import { readTitle, type TitleFacts } from './titleLine.ts';

/** The place of the title; for an article the name its text then keeps to. */
export function statedName(
  title: TitleFacts,
  text: string,
  index: DivisionIndex,
): Found<string> | null {
  if (title.locality !== null) return lastPart(title.locality, index);
  const { value, start } = title.rest;
  // “甲山镇:一串葡萄串起富民大产业” names a town, which the list of places does not have.
  const size = [9, 8, 7, 6, 5, 4, 3, 2].find(
    (length) =>
      index.byName.has(value.slice(0, length)) || index.byStem.has(value.slice(0, length)),
  );
  if (size === undefined) {
    const town = /^[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道)(?=[:,])/.exec(value)?.[0];
    return town === undefined ? null : { value: town, start, end: start + town.length };
  }
  const stem = value.slice(0, size);
  if (index.byName.has(stem)) return { value: stem, start, end: start + size };
  const zone = /^[\u4e00-\u9fff]{0,6}?(?:开发区|经济区|高新区|保税区|示范区|新区)/.exec(
    value.slice(size),
  );
  const own = zone?.[0] ?? recurringTail(value.slice(size), stem, text);
  const full = index.byStem.get(stem)?.length === 1 ? index.byStem.get(stem)?.[0]?.name : undefined;
  const name = own === '' ? (full ?? stem) : stem + own;
  return { value: name, start, end: start + size + own.length };
}

/** “峡山” after “潍坊”: the words that follow the place wherever the text names it. */
function recurringTail(words: string, stem: string, text: string): string {
  const total = text.split(stem).length - 1;
  if (total < 3) return '';
  for (const size of [4, 3, 2]) {
    const tail = words.slice(0, size);
    if (tail.length === size && (text.split(stem + tail).length - 1) * 2 > total) return tail;
  }
  return '';
}

/** The last part of a place name, as something found. */
export function lastPart(found: Found<string>, index: DivisionIndex): Found<string> {
  // “中共甲山镇委员会 甲山镇人民政府” write together.
  const { name } = splitLocality(found.value.replace(/^.*委员会/, ''), index);
  return { value: name, start: found.end - name.length, end: found.end };
}

/** The place where the text names it without 镇 or 乡, as it mostly calls itself; null where it does so fewer times. */
export function namedInText(text: string, place: string, fewest: number): Found<string> | null {
  const stem = localityStem(place);
  const start = text.indexOf(stem);
  if (start < 0 || text.split(stem).length - 1 < fewest) return null;
  return { value: place, start, end: start + stem.length };
}

/** “甲山镇人民政府” on a line of its own in front of date and salutation. */
export function headLocality(text: string): Found<string> | null {
  const match =
    /(?:^|报告)([\u4e00-\u9fff]{2,14}(?:镇|乡|苏木|街道|县|市|区|州|旗))(?:人民政府|办事处)(?=[(\d〇一二]|各位)/.exec(
      text.slice(0, headEnd(text) + 2),
    );
  if (match === null) return null;
  const value = match[1] ?? '';
  const start = match.index + match[0].indexOf(value);
  return { value, start, end: start + value.length };
}

export function readBodyTitle(text: string): Found<string> | null {
  const head = text.slice(0, Math.min(headEnd(text), 60));
  const found = readTitle(head).locality;
  return found;
}

export interface Signature {
  org: Found<string> | null;
  date: Found<string> | null;
}

/** Who printed it and when, below the signature: “井沟镇党政办公室2019年4月28日印发(共印200份)”. */
const printed =
  /(?:(?<=[日月府处会。!)])[\u4e00-\u9fff]{2,16}\d{4}年\d{1,2}月\d{1,2}日印发)?(?:\(共印\d+份\))?$/;

/** “井沟镇人民政府2019年4月” at the very end, also when it is glued to the last sentence. */
export function readSignature(text: string): Signature {
  const last = text.length - (printed.exec(text.slice(-60))?.[0].length ?? 0);
  const from = Math.max(0, last - 60);
  const tail = text.slice(from, last);
  const date = findDates(tail, from).findLast((one) => last - one.end <= 2) ?? null;
  const beforeDate = date === null ? tail : tail.slice(0, date.start - from);
  const match = /([\u4e00-\u9fff]{2,20}(?:人民政府|办事处|管委会))[(]?$/.exec(beforeDate);
  if (match === null) return { org: null, date: null };
  const start = from + match.index;
  const value = match[1] ?? '';
  return { org: { value, start, end: start + value.length }, date };
}

export function signatureLocality(org: Found<string> | null): Found<string> | null {
  if (org === null) return null;
  const value = org.value.replace(/(?:人民政府|办事处|管委会)$/, '');
  return { value, start: org.start, end: org.start + value.length };
}

/** “现在,我代表井沟镇人民政府”. 我代表镇政府 names nobody. */
export function representedLocality(text: string): Found<string> | null {
  const match =
    /我(?:谨|仅)?(?:代表|受)([\u4e00-\u9fff]{2,14}?(?:镇|乡|苏木|街道|县|市|区|州|旗))(?:人民政府|政府|办事处)/.exec(
      text.slice(0, 1200),
    );
  const value = match?.[1] ?? '';
  if (match === null || /^[全本我各]/.test(value)) return null;
  const start = match.index + match[0].indexOf(value);
  return { value, start, end: start + value.length };
}
