import type { Span } from '../report/report.ts';
import { breakKind, sourceSpan, type TextView } from '../report/view.ts';
import type { Figure } from './binding.ts';
import { isDigit } from './characters.ts';
import type { Quantity } from './quantities.ts';

/** A figure that was seen but is not sure: listed for the person (待人工), never shown as a value. */
export interface UnsureFigure extends Span {
  valueText: string;
  /** One Chinese phrase. */
  reason: string;
  clause: Span;
}

export function describeUnsure(
  text: string,
  view: TextView,
  place: { start: number; end: number },
  reason: string,
  clause: [number, number],
): UnsureFigure {
  const span = sourceSpan(view, place.start, place.end);
  return {
    ...span,
    valueText: text.slice(span.start, span.end),
    reason,
    clause: sourceSpan(view, clause[0], clause[1]),
  };
}

const TORN = '数字中间有空格';

/** Why the figure cannot be told, null where it can. */
export function unsureReason(figure: Figure, view: TextView): string | null {
  if (figure.kind === 'distance') return '与他处或计划比较的差距';
  if (figure.quantity.unitMissing) return '“万”“亿”后没有单位';
  return isTorn(figure.quantity, view) && !isOneNumber(figure.quantity, view) ? TORN : null;
}

/** What a person should look at in a number that blanks have torn apart and that was put together again. */
export function tornDoubt(quantity: Quantity, view: TextView): string | null {
  return isTorn(quantity, view) ? TORN : null;
}

function isTorn({ numberStart, valueEnd }: Quantity, view: TextView): boolean {
  for (let at = numberStart + 1; at < valueEnd; at += 1) if (isTornAt(view, at)) return true;
  return false;
}

function isTornAt({ text, breaks }: TextView, at: number): boolean {
  return breaks[at] === breakKind.space && isDigit(text, at - 1) && isDigit(text, at);
}

/** The digits between blanks, with the fraction behind them: 3 24.7 has 3 and 24.7. */
function digitGroups({ numberStart, valueEnd }: Quantity, view: TextView): string[] {
  const groups: string[] = [];
  let start = numberStart;
  let at = numberStart;
  for (; at < valueEnd && /[\d.]/.test(view.text.charAt(at)); at += 1) {
    if (at === start || !isTornAt(view, at)) continue;
    groups.push(view.text.slice(start, at));
    start = at;
  }
  groups.push(view.text.slice(start, at));
  return groups;
}

/**
 * 1 365万元 is in groups of three; 税9 4 6万元 and 投入1 80万元 have a digit by itself, straight behind a word. 12 15 may be
 * two numbers, 2016 813 a year and another, 第3 24 and (1 200 begin with the number of a list.
 */
function isOneNumber(quantity: Quantity, view: TextView): boolean {
  const { numberStart } = quantity;
  const groups = digitGroups(quantity, view);
  const before = view.text.charAt(numberStart - 1);
  // With a blank in front as well, three groups are rather the cells of a row.
  const ahead = view.breaks[numberStart];
  if (ahead !== breakKind.none && (ahead !== breakKind.space || groups.length > 2)) return false;
  const [first = '', ...rest] = groups;
  if (/^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}(?:\.\d+)?$/.test(group))) {
    return /[\u4e00-\u9fff、,]/.test(before) && !NUMBERED.test(before);
  }
  return (
    /[\u4e00-\u9fff]/.test(before) &&
    !NUMBERED.test(before) &&
    first.length < 4 &&
    groups.some((group) => /^\d(?:\.|$)/.test(group))
  );
}

/** What the number behind it may only count: 第3, 附表3, 第二项3. */
const NUMBERED = /[第表图条款项号]/;
