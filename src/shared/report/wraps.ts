import type { Span } from './report.ts';
import { breakKind, readView } from './view.ts';

/** As many texts as a brief or a comparison shows at once. */
const KEPT = 8;

/** The line of the meeting is as long as a full one at times; below it stands who speaks. */
const closesMeeting = /会议上[）)]?$/;
const found = new Map<string, readonly Span[]>();

/**
 * Where the lines of a text end only because a page was full: “完成农林牧” “渔业总产值” is one word group on
 * two lines. Each stretch holds the line end, the blanks around it and a page number that stands there;
 * a person who types the text again leaves it out. Ascending; none for a text whose lines are paragraphs.
 */
export function findWraps(text: string): readonly Span[] {
  const known = found.get(text);
  if (known !== undefined) return known;
  const wraps = readWraps(text);
  const [oldest] = found.keys();
  if (found.size >= KEPT && oldest !== undefined) found.delete(oldest);
  found.set(text, wraps);
  return wraps;
}

function readWraps(text: string): Span[] {
  if (!text.includes('\n')) return [];
  const { offsets, breaks } = readView(text);
  const wraps: Span[] = [];
  for (let index = 1; index < offsets.length; index += 1) {
    const start = (offsets[index - 1] ?? 0) + 1;
    const end = offsets[index] ?? start;
    if (end === start || breaks[index] === breakKind.line) continue;
    if (!text.slice(start, end).includes('\n')) continue;
    const partsWords = /[A-Za-z]/.test(text.charAt(start - 1)) && /[A-Za-z]/.test(text.charAt(end));
    if (!partsWords && !closesMeeting.test(text.slice(0, start).slice(-4)))
      wraps.push({ start, end });
  }
  return wraps;
}

/** A passage as it is set anew, in lines of the place it is shown in. */
export function setAnew(text: string, passage: Span): string {
  return withoutSpans(text.slice(passage.start, passage.end), wrapsIn(text, passage));
}

/** A text set anew, and the way back from its offsets. */
export interface UnwrappedText {
  text: string;
  /** The passage of the source that words of `text` were. */
  sourceSpan: (span: Span) => Span;
}

/** A whole text without its wraps, to be held against another that is set in other lines. */
export function unwrap(source: string): UnwrappedText {
  let removed = 0;
  const cuts = findWraps(source).map(({ start, end }) => {
    const at = start - removed;
    removed += end - start;
    return { at, removed };
  });
  const sourceOf = (offset: number) =>
    offset + (cuts.findLast(({ at }) => at <= offset)?.removed ?? 0);
  return {
    text: withoutSpans(source, findWraps(source)),
    sourceSpan: ({ start, end }) => {
      const from = sourceOf(start);
      return { start: from, end: end > start ? sourceOf(end - 1) + 1 : from };
    },
  };
}

/** The wraps that touch a passage, as offsets into the passage. */
export function wrapsIn(text: string, passage: Span): Span[] {
  return clipTo(passage, findWraps(text));
}

/** What of `spans` lies in a passage, as offsets into the passage. */
export function clipTo({ start, end }: Span, spans: readonly Span[]): Span[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
}

/** `text` without some stretches, which are ascending and do not overlap. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let words = '';
  let from = 0;
  for (const { start, end } of spans) {
    words += text.slice(from, start);
    from = end;
  }
  return words + text.slice(from);
}
