import type { Figure } from './binding.ts';
import { LEAD_PARTS } from './words.ts';

/** A name that stands in a list of names: A and B of “A、B分别为1亿元、2亿元”. */
export interface ListedName {
  text: string;
  start: number;
  end: number;
  /** The last name of the list where this one may share its tail: 城镇 of 城镇、农村居民收入. */
  last: { text: string; start: number; end: number };
}

const LEAD = new RegExp(`^(?:${LEAD_PARTS}|实现|完成)+`);
const RESPECTIVE = /(?:分别|依次)[^,。;:]{0,12}$|各(?:达|为|有)?$/;
const JOINTS = /、|和|与|及|以及/g;

/**
 * The names a series of figures belongs to, in order. Null: the words do not speak of several names;
 * 'unequal': they do, but their number is not that of the figures, so nothing is paired.
 */
export function readListedNames(
  text: string,
  sentenceStart: number,
  series: readonly Figure[],
): ListedName[] | 'unequal' | null {
  const head = series[0];
  if (head === undefined) return null;
  const cue = Math.min(head.cueStart, head.quantity.start);
  const left = text.slice(Math.max(sentenceStart, cue - 120), cue);
  const around = text.slice(Math.max(sentenceStart, cue - 120), head.quantity.start);
  const respective = RESPECTIVE.exec(around);
  if (respective === null) return null;
  const listEnd = Math.min(left.length, respective.index);
  const from = Math.max(
    ...[...',。;:)'].map((mark) => left.lastIndexOf(mark, Math.max(0, listEnd - 1))),
  );
  const offset = cue - left.length;
  let start = from + 1;
  const list = left.slice(start, listEnd);
  const lead = LEAD.exec(list);
  if (lead !== null) start += lead[0].length;
  const body = left
    .slice(start, listEnd)
    .replace(
      /(?:同比|环比|比上年|比去年|较上年|年均|均|将|预计|达到|实现|完成|总量|占[^、]*比重)+$/,
      '',
    );
  if (body === '') return null;
  const names: { text: string; start: number; end: number }[] = [];
  let at = 0;
  for (const joint of [...body.matchAll(JOINTS), null]) {
    const end = joint === null ? body.length : joint.index;
    const name = body.slice(at, end);
    if (name !== '')
      names.push({ text: name, start: offset + start + at, end: offset + start + end });
    at = joint === null ? end : end + joint[0].length;
  }
  const last = names.at(-1);
  if (last === undefined) return null;
  const wanted =
    series.length === 1 && /各(?:达|为|有)?$/.test(around) ? names.length : series.length;
  if (names.length !== wanted) return 'unequal';
  return names.map((name) => ({ ...name, last }));
}
