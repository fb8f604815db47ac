import type { Span } from '../report/report.ts';
import { clipTo, findWraps, withoutSpans, wrapsIn } from '../report/wraps.ts';
import type { Slice } from './brief.ts';

const sentenceEnd = /[。！？!?\n]/;
const clauseEnd = /[，,；;：:。！？!?]/;
const closing = /[”’」』）)》]/;

/**
 * The whole sentences around a span. A full stop inside a closing quotation mark
 * (“人无信不立,业无信不兴。”) ends the sentence after the mark; the end of a full line ends none.
 */
export function sentencesAround(text: string, span: Span): Span {
  const wraps = findWraps(text);
  const ends = (at: number) =>
    endsSentence(text, at) && !wraps.some((wrap) => wrap.start < at && at <= wrap.end);
  let start = span.start;
  while (start > 0 && !ends(start)) start -= 1;
  while (start < span.start && /\s/.test(text.charAt(start))) start += 1;
  let end = span.end;
  while (end < text.length && !ends(end)) end += 1;
  while (end > span.end && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** Whether a sentence ends right before `offset`. */
function endsSentence(text: string, offset: number): boolean {
  let last = offset - 1;
  while (last > 0 && closing.test(text.charAt(last))) last -= 1;
  return sentenceEnd.test(text.charAt(last)) && !closing.test(text.charAt(offset));
}

/** A passage without the mark that parted it from its heading: “就是以…” of “围绕一个目标:就是以…”. */
export function withoutLeadingMark(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && /[\s，,、；;：:。]/.test(text.charAt(from))) from += 1;
  return from < end ? { start: from, end } : { start, end };
}

/**
 * Shortens a passage to about `longest` characters, only at clause ends, and never into `kept`.
 * It keeps the passage's beginning where `kept` is near enough to it.
 */
export function cutPassage(text: string, span: Span, kept: Span | null, longest: number): Span {
  if (span.end - span.start <= longest) return span;
  const core = kept ?? { start: span.start, end: span.start + Math.ceil(longest / 2) };
  let start = span.start;
  if (core.end - span.start > longest) {
    start = core.start;
    while (start > span.start && !clauseEnd.test(text.charAt(start - 1))) start -= 1;
  }
  const furthest = Math.max(core.end, Math.min(start + longest, span.end));
  if (furthest === span.end) return { start, end: furthest };
  for (let end = furthest; end > core.end; end -= 1) {
    if (clauseEnd.test(text.charAt(end))) return { start, end };
  }
  let end = furthest;
  while (end < span.end && !clauseEnd.test(text.charAt(end))) end += 1;
  return { start, end: end === span.end - 1 ? span.end : end };
}

/**
 * Where a long text is set in paragraphs of `least` to about `most` characters: after sentences, or
 * after clauses where a sentence is longer than that.
 */
export function paragraphBreaks(text: string, least: number, most: number): number[] {
  const breaks: number[] = [];
  let last = 0;
  for (let at = least; at < text.length; at += 1) {
    const length = at - last;
    const mayBreak =
      (length >= least && endsSentence(text, at)) ||
      (length >= most && clauseEnd.test(text.charAt(at - 1)) && !closing.test(text.charAt(at)));
    if (!mayBreak) continue;
    breaks.push(at);
    last = at;
  }
  return breaks;
}

/**
 * What is left of a passage without `cuts`, in order; a cut that would take words of `held` is not made,
 * nor are those that together leave nothing.
 */
export function keptSpans(span: Span, cuts: readonly Span[], held: readonly Span[]): Span[] {
  const made = cuts
    .filter((cut) => cut.start < cut.end && !held.some((words) => overlaps(words, cut)))
    .toSorted((a, b) => a.start - b.start);
  const kept: Span[] = [];
  let from = span.start;
  for (const cut of made) {
    if (cut.start > from) kept.push({ start: from, end: Math.min(cut.start, span.end) });
    from = Math.max(from, cut.end);
    if (from >= span.end) break;
  }
  if (from < span.end) kept.push({ start: from, end: span.end });
  return kept.length > 0 ? kept : [{ start: span.start, end: span.end }];
}

export function sliceOf(text: string, span: Span): Slice {
  const { start, end } = span;
  const words = text.slice(start, end);
  const wraps = wrapsIn(text, span);
  return { start, end, text: words, ...(wraps.length > 0 && { wraps }) };
}

/** What is printed of a slice from one of its offsets to another: its lines are those of the page printed. */
export function printedWords({ text, wraps = [] }: Slice, start = 0, end = text.length): string {
  return withoutSpans(text.slice(start, end), clipTo({ start, end }, wraps));
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
