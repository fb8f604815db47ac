import type { Section, SectionRole } from '../report/report.ts';
import type { TextView } from '../report/view.ts';
import { bindFigures } from './binding.ts';
import { clauseAround } from './clauses.ts';
import type { IndicatorContext } from './compose.ts';
import { readFigureView, sentenceStarts } from './figureView.ts';
import { scanQuantities } from './quantities.ts';
import { scanRanks } from './ranks.ts';
import type { IndicatorReading } from './reading.ts';
import { readSentence } from './sentence.ts';
import { describeUnsure, type UnsureFigure } from './unsure.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';

export type { IndicatorContext } from './compose.ts';
export type { UnsureFigure } from './unsure.ts';

export interface IndicatorReadings {
  readings: IndicatorReading[];
  unsure: UnsureFigure[];
}

/**
 * Reads every stated figure of `text`, ordered by `start`. Offsets are UTF-16 code units of `text`;
 * the span of a reading runs from its precision word to its unit (近5000亩), and `valueText` is the
 * number within it as written (近5000). Linear in the length of the text. What cannot be paired or
 * has lost its digits goes to `unsure`.
 */
export function readIndicators(
  text: string,
  context: IndicatorContext,
  vocabulary: IndicatorVocabulary,
): IndicatorReadings {
  const view = readFigureView(text);
  const headings = viewOffsets(view, context.sections);
  const starts = sentenceStarts(view, headings);
  const { quantities: plain, gaps } = scanQuantities(view.text, vocabulary.units);
  const ranks = scanRanks(view.text, vocabulary.units);
  const quantities = [...plain, ...ranks].sort((a, b) => a.start - b.start);
  const readings: IndicatorReading[] = [];
  const unsure: UnsureFigure[] = [];
  for (const gap of gaps) {
    unsure.push(
      describeUnsure(text, view, gap, gap.reason, clauseAround(view.text, gap.start, gap.end)),
    );
  }
  const roleAt = roleReader(context);
  let next = 0;
  let sentenceStart = 0;
  for (let at = 0; at < starts.length && next < quantities.length; at += 1) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? view.text.length;
    const first = next;
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    if (next === first) continue;
    if (view.text.charAt(start - 1) !== ';') sentenceStart = start;
    const sentence = { start, end };
    const role = roleAt(view.offsets[quantities[first]?.start ?? 0] ?? 0);
    const figures = bindFigures(view.text, sentence, quantities.slice(first, next));
    readSentence(
      { text, view, sentence, sentenceStart, figures, role, context, vocabulary, last: null },
      readings,
      unsure,
    );
  }
  unsure.sort((a, b) => a.start - b.start);
  return { readings, unsure };
}

function viewOffsets(view: TextView, sections: readonly Section[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const section of sections) {
    for (const offset of [section.start, section.end]) {
      while (at < view.offsets.length && (view.offsets[at] ?? 0) < offset) at += 1;
      while (at > 0 && (view.offsets[at - 1] ?? 0) >= offset) at -= 1;
      if (at < view.offsets.length) found.push(at);
    }
  }
  return found;
}

/** The role in force at a source offset: of the span that holds it, otherwise of the last heading. */
function roleReader(context: IndicatorContext): (offset: number) => SectionRole | null {
  const spans: { start: number; role: SectionRole | null }[] = [];
  if (context.roles !== undefined) {
    for (const span of context.roles) spans.push({ start: span.start, role: span.role });
  } else {
    for (const section of context.sections) {
      if (section.nodeKind === 'heading') spans.push({ start: section.start, role: section.role });
    }
  }
  spans.sort((a, b) => a.start - b.start);
  let at = -1;
  return (offset) => {
    while (at + 1 < spans.length && (spans[at + 1]?.start ?? 0) <= offset) at += 1;
    return spans[at]?.role ?? null;
  };
}
