import { parseChineseInteger } from './numerals.ts';
import { breakKind, type TextView } from './view.ts';

/** 第一部分 · 一、 · (一) or ㈠ · 1. or ⒈ · (1) · ① · 一是 · 第一， · —— */
export type LabelKind =
  | 'part'
  | 'chinese'
  | 'bracketed'
  | 'arabic'
  | 'bracketed-arabic'
  | 'circled'
  | 'is'
  | 'ordinal'
  | 'dash';

/** A place where a numbered heading might start; offsets in the view. */
export interface Label {
  kind: LabelKind;
  /** 1 for 一、; 0 for a dash, which counts nothing. */
  value: number;
  start: number;
  /** End of the number, start of the heading's words. */
  end: number;
  boundary: Boundary;
}

/** What separates a position from the words before it, the strongest last. */
export type Boundary = 'none' | 'space' | 'colon' | 'stop' | 'line';

const numeral = '[一二三四五六七八九十]{1,3}';
const pattern = new RegExp(
  `第(${numeral})(?:(?:部分|章|篇)[:、]?|(,))|(?<![第一二三四五六七八九十])(${numeral})(?:、|\\.|是(?!否))|\\((${numeral})\\)、?|(?<![\\d.])(\\d{1,2})[.、](?!\\d(?!\\d{3}年))|\\((\\d{1,2})\\)、?|([①-⑳⑴-⒇])|([㈠-㈩])、?|([⒈-⒛])|——`,
  'g',
);

/** What makes “二、三期工程” or “一、二级公路” a count and no heading. */
const countedNext =
  /^[一二三四五六七八九十两]{1,2}(?:[级线期月产类批型次代季等层档流手标段楼排组区环]|、)/;
const emptyNext = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[,、。;:)期])/;
const wordBefore = /[统唯之合同专万初周划归为化]$/;

export function boundaryAt(view: TextView, at: number): Boundary {
  if (at === 0 || view.breaks[at] === breakKind.line) return 'line';
  const before = view.text[at - 1] ?? '';
  if ('。!?;…'.includes(before)) return 'stop';
  if ('”’"）)》'.includes(before) && '。!?'.includes(view.text[at - 2] ?? '')) return 'stop';
  if (before === ':') return 'colon';
  return view.breaks[at] === breakKind.none ? 'none' : 'space';
}

/** Whether a sentence or a line begins here: the boundaries `stop` and `line`. */
export function opensSentence(view: TextView, at: number): boolean {
  if (view.breaks[at] === breakKind.line) return true;
  // A mark that can stand there is no Chinese character, which most are.
  const before = view.text.charCodeAt(at - 1);
  if (before >= 0x4e00 && before <= 0x9fff) return false;
  const boundary = boundaryAt(view, at);
  return boundary === 'stop' || boundary === 'line';
}

/** All places where a number of a heading could stand, false ones of a plain shape left out. */
export function findLabels(view: TextView): Label[] {
  const labels: Label[] = [];
  for (const match of view.text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const boundary = boundaryAt(view, start);
    const label = readLabel(match, start, end, boundary);
    if (label !== null && isPossible(view.text, label)) labels.push(label);
  }
  const hidden = labelsBehindDigits(view);
  const before = labelsBeforeDigits(view, merged(labels, hidden));
  return merged(labels, [...hidden, ...before]);
}

/** In the order of the text; `some` are few or none. */
function merged(labels: Label[], some: readonly Label[]): Label[] {
  return some.length === 0 ? labels : [...labels, ...some].sort((a, b) => a.start - b.start);
}

const atDigits = /(\d{1,2})[.、](?!\d(?!\d{3}年))/y;

/** “1、” at the start of a line whose line before ends in a figure: without blanks “35001、” reads as one. */
function labelsBehindDigits(view: TextView): Label[] {
  const labels: Label[] = [];
  for (let at = 1; at < view.text.length; at += 1) {
    if (view.breaks[at] !== breakKind.line || !/[\d.]/.test(view.text[at - 1] ?? '')) continue;
    atDigits.lastIndex = at;
    const match = atDigits.exec(view.text);
    if (match === null) continue;
    const end = at + match[0].length;
    labels.push({ kind: 'arabic', value: Number(match[1]), start: at, end, boundary: 'line' });
  }
  return labels;
}

const beforeDigits = /(?<![\d.])(\d{1,2})[.、](?=\d)(?!\d(?:亿|万|%|‰|倍|公里|米|元|亩|吨))/g;
/** A list does not leave a longer text between two of its members. */
const longestMember = 240;

/** “4.改造危桥5座;5.60岁以上老人免费体检”: it goes on counting where a sentence ends, so it is no 5.6. */
function labelsBeforeDigits(view: TextView, others: readonly Label[]): Label[] {
  const labels: Label[] = [];
  const counted = others.filter((label) => label.kind === 'arabic');
  let next = 0;
  let last: Label | undefined;
  for (const match of view.text.matchAll(beforeDigits)) {
    const start = match.index;
    for (; (counted[next]?.start ?? Number.POSITIVE_INFINITY) < start; next += 1)
      last = counted[next];
    const value = Number(match[1]);
    const boundary = boundaryAt(view, start);
    if (boundary !== 'stop' && boundary !== 'line') continue;
    if (counted[next]?.start === start || last === undefined) continue;
    if (value !== last.value + 1 || start - last.end > longestMember) continue;
    last = { kind: 'arabic', value, start, end: start + match[0].length, boundary };
    labels.push(last);
  }
  return labels;
}

function readLabel(
  match: RegExpExecArray,
  start: number,
  end: number,
  boundary: Boundary,
): Label | null {
  const [
    words,
    counted,
    ordinal,
    chinese,
    bracketed,
    arabic,
    bracketedArabic,
    circled,
    enclosed,
    dotted,
  ] = match;
  const make = (kind: LabelKind, value: number | null): Label | null =>
    value === null || value === 0 ? null : { kind, value, start, end, boundary };
  if (counted !== undefined)
    return make(ordinal === undefined ? 'part' : 'ordinal', parseChineseInteger(counted));
  if (chinese !== undefined) {
    return make(words.endsWith('是') ? 'is' : 'chinese', parseChineseInteger(chinese));
  }
  if (bracketed !== undefined) return make('bracketed', parseChineseInteger(bracketed));
  if (arabic !== undefined) return make('arabic', Number(arabic));
  if (bracketedArabic !== undefined) return make('bracketed-arabic', Number(bracketedArabic));
  if (circled !== undefined) return make('circled', valueOfCircled(circled.charCodeAt(0)));
  // ㈠ and ⒈ of older texts are one character each.
  if (enclosed !== undefined) return make('bracketed', enclosed.charCodeAt(0) - 0x321f);
  if (dotted !== undefined) return make('arabic', dotted.charCodeAt(0) - 0x2487);
  return { kind: 'dash', value: 0, start, end, boundary };
}

/** ① and ⑴ count from 1. */
function valueOfCircled(code: number): number {
  return code - (code >= 0x2474 ? 0x2474 : 0x2460) + 1;
}

function isPossible(text: string, label: Label): boolean {
  const next = text.slice(label.end, label.end + 6);
  if (next === '' || emptyNext.test(next) || '“‘《'.includes(text[label.start - 1] ?? ' '))
    return false;
  if (label.kind === 'chinese' || label.kind === 'bracketed') {
    if (countedNext.test(next)) return false;
    if (label.boundary === 'none' && wordBefore.test(text.slice(label.start - 1, label.start)))
      return false;
  }
  if (label.kind === 'part') return label.boundary !== 'none';
  return true;
}
