import type { Span } from '../report/report.ts';
import { breakKind, sourceSpan, type TextView } from '../report/view.ts';
import type { Figure } from './binding.ts';

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

/** Why the figure cannot be told, null where it can. */
export function unsureReason(figure: Figure, view: TextView): string | null {
  if (figure.kind === 'distance') return '与他处或计划比较的差距';
  if (figure.quantity.unitMissing) return '“万”“亿”后没有单位';
  const { numberStart, valueEnd } = figure.quantity;
  return spaceBetweenDigits(view, numberStart + 1, valueEnd) ? '数字中间有空格' : null;
}

function spaceBetweenDigits(view: TextView, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (view.breaks[at] === breakKind.space && isDigit(view.text, at - 1) && isDigit(view.text, at))
      return true;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
