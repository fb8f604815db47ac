import type { Section, SectionRole } from '../report/report.ts';
import type { TextView } from '../report/view.ts';
import { bindFigures } from './binding.ts';
import { guessChapters } from './chapterCues.ts';
import { clauseAround } from './clauses.ts';
import { compose } from './compose.ts';
import { markConflicts } from './conflicts.ts';
import { firstFrom, readFigureView, sentenceStarts } from './figureView.ts';
import { judge } from './judge.ts';
import { type Topic, topicOf } from './owners.ts';
import { yearsOf } from './period.ts';
import { type Quantity, scanQuantities } from './quantities.ts';
import { scanRanks } from './ranks.ts';
import type { IndicatorReading } from './reading.ts';
import { ownScope } from './scope.ts';
import { nameSentence } from './sentence.ts';
import type { IndicatorContext, NamedFigure, ReportWork, SentenceWork } from './sentenceWork.ts';
import { reviewsATerm } from './termReview.ts';
import { describeUnsure, type UnsureFigure } from './unsure.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';

export type { IndicatorContext } from './sentenceWork.ts';
export type { UnsureFigure } from './unsure.ts';

export interface IndicatorReadings {
  readings: IndicatorReading[];
  unsure: UnsureFigure[];
}

/**
 * So many sentences go through a step of the reading before the next step begins. The code and the patterns of one step stay
 * in the processor's nearest memory, those of all steps do not: a quarter less time than sentence by sentence. What is between
 * two steps is kept for so long, and with four times as many sentences clearing it away takes a tenth more time.
 */
const STEP = 128;

/** A longer row of figures without a full stop is a table: read in parts, so that time stays linear. */
const MOST_TOGETHER = 150;

/**
 * Reads every stated figure of `text`, ordered by `start`. Offsets are UTF-16 code units of `text`;
 * the span of a reading runs from its precision word to its unit (近5000亩), and `valueText` is the
 * number within it as written (近5000). Linear in the length of the text. What cannot be paired or
 * has lost its digits goes to `unsure`.
 *
 * @param shared the view the structure was recovered from: most texts need not be read into another.
 */
export function readIndicators(
  text: string,
  context: IndicatorContext,
  vocabulary: IndicatorVocabulary,
  shared?: TextView,
): IndicatorReadings {
  const view = readFigureView(text, shared);
  const headings = viewOffsets(view, context.sections);
  const starts = sentenceStarts(view, headings);
  const { quantities: plain, gaps } = scanQuantities(view.text, vocabulary.units);
  const ranks = scanRanks(view.text, vocabulary.units);
  const quantities = [...plain, ...ranks].sort((a, b) => a.start - b.start);
  const unsure: UnsureFigure[] = [];
  for (const gap of gaps) {
    unsure.push(
      describeUnsure(text, view, gap, gap.reason, clauseAround(view.text, gap.start, gap.end)),
    );
  }
  const own = ownScope(context.metadata, context.kind, view.text);
  const years = yearsOf(context.metadata);
  const ofTerm = reviewsATerm(context);
  const report = { text, view, context, vocabulary, own, years, ofTerm };
  const readings: IndicatorReading[] = [];
  for (const works of bindSentences(report, starts, quantities)) {
    const named: NamedFigure[] = [];
    for (const work of works) nameSentence(work, named, unsure);
    for (const each of named.map(judge)) readings.push(compose(each));
  }
  markConflicts(text, readings, (key) => vocabulary.indicators.get(key)?.broad === true);
  unsure.sort((a, b) => a.start - b.start);
  return { readings, unsure };
}

/** Binds the figures of every sentence that has some, some sentences at a time. */
function* bindSentences(
  report: ReportWork,
  starts: readonly number[],
  quantities: readonly Quantity[],
): Generator<SentenceWork[]> {
  const { text, view, context, vocabulary, own, years, ofTerm } = report;
  let works: SentenceWork[] = [];
  const roleAt = roleReader(context, view, starts);
  let next = 0;
  let sentenceStart = 0;
  let ledBy: Topic | null = null;
  for (let at = 0; at < starts.length && next < quantities.length; at += 1) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? view.text.length;
    if (view.text.charAt(start - 1) !== ';') sentenceStart = start;
    if (sentenceStart === start) ledBy = null;
    let topic: Topic | null | undefined;
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < end) {
      const first = next;
      while (next - first < MOST_TOGETHER && (quantities[next]?.start ?? end) < end) next += 1;
      const sentence = { start, end };
      const { role, guessed } = roleAt(quantities[first]?.start ?? 0);
      const figures = bindFigures(view.text, sentence, quantities.slice(first, next));
      topic ??= topicOf(view.text, start, end);
      works.push({
        text,
        view,
        context,
        vocabulary,
        own,
        years,
        ofTerm,
        sentence,
        sentenceStart,
        figures,
        role,
        guessed,
        topic,
        ledBy,
        owners: null,
        unknown: null,
        opening: null,
        ahead: { end: start, marks: 0 },
        datedAhead: null,
        last: null,
        lastValue: null,
      });
    }
    ledBy ??= topic ?? null;
    if (works.length >= STEP) {
      yield works;
      works = [];
    }
  }
  yield works;
}

function viewOffsets(view: TextView, sections: readonly Section[]): number[] {
  const found: number[] = [];
  for (const section of sections) {
    for (const offset of [section.start, section.end]) {
      const at = firstFrom(view.offsets, offset);
      if (at < view.offsets.length) found.push(at);
    }
  }
  return found;
}

/** Roles that tell results from plans. */
const TELLING = new Set<SectionRole | null>([
  'review',
  'shortcomings',
  'requirements',
  'targets',
  'tasks',
  'livelihood',
]);

interface RoleInForce {
  role: SectionRole | null;
  /** From the chapter's wording alone: the structure of the text is not known. */
  guessed: boolean;
}

/** The role in force at an offset of the view; offsets must be asked for in ascending order. */
function roleReader(
  context: IndicatorContext,
  view: TextView,
  starts: readonly number[],
): (offset: number) => RoleInForce {
  const known = context.roles ?? context.sections.filter(({ nodeKind }) => nodeKind === 'heading');
  const isReport = context.kind !== 'article' && context.kind !== 'other';
  const guessed = isReport && known.every(({ role }) => !TELLING.has(role));
  const spans = guessed
    ? guessChapters(view.text, starts)
    : known
        .map(({ start, role }) => ({ start, role }))
        .toSorted((first, second) => first.start - second.start);
  let at = -1;
  let telling: SectionRole | null = null;
  return (offset) => {
    const place = guessed ? offset : (view.offsets[offset] ?? 0);
    while (at + 1 < spans.length && (spans[at + 1]?.start ?? 0) <= place) {
      at += 1;
      const next = spans[at]?.role ?? null;
      if (TELLING.has(next)) telling = next;
    }
    const own = spans[at]?.role ?? null;
    // 自身建设 stands in the review or among the tasks: it says neither by itself.
    const role = own === 'self-government' ? telling : own;
    return { role, guessed: guessed && role !== null };
  };
}
