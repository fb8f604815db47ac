import { roleFinder } from '../../comparison/roleFinder.ts';
import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole, Span } from '../../report/report.ts';
import { findCommitments } from './findCommitments.ts';
import { type AnsweredOutcome, judgeOutcome } from './judgeOutcome.ts';
import { likeness, type Part } from './likeness.ts';
import { type Clause, cutMeasures, isConcrete, type Measure } from './measures.ts';
import { thingsOf } from './otherThing.ts';
import { isHeading, type ReportWithReadings } from './reportWithReadings.ts';
import { noWording, WordingWeights } from './wording.ts';

export type CommitmentOutcome = AnsweredOutcome | 'unmentioned' | 'unclear';

/** One commitment of last year with what this year's review says about it. A proposal, never a verdict. */
export interface CommitmentMatch extends Span {
  /** 有交代(kept, partly), 可能相关(unclear), 未见(unmentioned; said neutrally: half are never answered one by one). */
  outcome: CommitmentOutcome;
  /** The answering words in the review's text; null unless kept or partly. */
  answer: Span | null;
  /** Up to three places that may be about it, the likeliest first; empty where unmentioned. */
  candidates: Span[];
}

/** From here on an answer is proposed; the person confirms it (有交代,待确认). */
const answeredFrom = -0.3;
/** From here on a place may be about it. */
const relatedFrom = -2;
const mostCandidates = 3;
/** Shorter clauses (完善道路网) say too little to be an answer of their own. */
const shortestClause = 5;
const reporting = new Set<SectionRole | null>(['review', 'shortcomings']);

/** 瑞丰冷链物流项目投产运营 looks like a heading and is an answer; 现代农业稳步发展 is none. */
const reports =
  /建成|完成|完工|竣工|投产|投用|投入|运行|运营|通车|推出|开放|挂牌|落地|启用|获批|开工|签约|创建成功|覆盖/;

/** A measure of one of the two reports, whole and clause by clause. */
export interface Compared {
  measure: Measure;
  readings: readonly IndicatorReading[];
  parts: Part[];
}

/**
 * 承诺—交代: takes last year's plan and this year's report and looks in the review part only, since
 * the best likeness over the whole text is mostly next year's plan. Numbers are compared only for
 * the same figure in the same unit.
 */
export function matchCommitments(
  plan: ReportWithReadings,
  review: ReportWithReadings,
): CommitmentMatch[] {
  const promised = toPromised(plan);
  const told = listTold(review);
  weigh(promised, told);
  return promised.map(({ measure: { start, end }, readings, parts }): CommitmentMatch => {
    const ranked = told
      .map((one) => ({ ...one, score: bestLikeness(parts, one.parts) }))
      .filter(({ score }) => score >= relatedFrom)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostCandidates);
    const candidates = ranked.map(({ measure }) => ({ start: measure.start, end: measure.end }));
    const [best] = ranked;
    if (!best) return { start, end, outcome: 'unmentioned', answer: null, candidates };
    if (best.score < answeredFrom) {
      return { start, end, outcome: 'unclear', answer: null, candidates };
    }
    const outcome = judgeOutcome(readings, best.readings, best.measure.words);
    return { start, end, outcome, answer: candidates[0] ?? null, candidates };
  });
}

function bestLikeness(parts: readonly Part[], others: readonly Part[]): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    for (const other of others) best = Math.max(best, likeness(part, other));
  }
  return best;
}

export function toPromised(plan: ReportWithReadings): Compared[] {
  return findCommitments(plan).map(({ readings, ...measure }) => ({
    measure,
    readings,
    parts: cutParts(plan, measure, readings, isConcrete),
  }));
}

export function listTold(review: ReportWithReadings): Compared[] {
  const measures = cutMeasures(review.text, roleFinder(review));
  const told = measures.filter(
    (measure) =>
      reporting.has(measure.role) && (reports.test(measure.words) || !isHeading(review, measure)),
  );
  const readings = [...review.readings].sort((a, b) => a.start - b.start);
  let next = 0;
  return (told.length > 0 ? told : measures).map((measure) => {
    while ((readings[next]?.start ?? Number.POSITIVE_INFINITY) < measure.start) next += 1;
    let last = next;
    while ((readings[last]?.start ?? measure.end) < measure.end) last += 1;
    const own = readings.slice(next, last);
    return { measure, readings: own, parts: cutParts(review, measure, own, () => true) };
  });
}

/** The whole measure first; then, where it has several, its clauses that `counts` on their own. */
function cutParts(
  { analysis }: ReportWithReadings,
  measure: Measure,
  readings: readonly IndicatorReading[],
  counts: (words: string) => boolean,
): Part[] {
  const topics =
    analysis.passages.find(({ start, end }) => start <= measure.start && measure.start < end)
      ?.topics ?? [];
  const part = ({ start, end, words }: Clause, clauses: readonly Clause[] = []): Part => ({
    words,
    wording: noWording,
    things: thingsOf(words),
    clauses: clauses.map((clause) => clause.words),
    readings: readings.filter((reading) => reading.start >= start && reading.start < end),
    topics,
  });
  const whole = part(measure, measure.clauses);
  if (measure.clauses.length < 2) return [whole];
  const clauses = measure.clauses.filter(
    ({ words }) => words.length >= shortestClause && counts(words),
  );
  return [whole, ...clauses.map((clause) => part(clause))];
}

/** Fills in what each part's words are worth in these two reports. */
export function weigh(promised: readonly Compared[], told: readonly Compared[]): void {
  const all = [...promised, ...told];
  const weights = new WordingWeights(all.map(({ measure }) => measure.words));
  for (const { parts } of all) {
    for (const part of parts) part.wording = weights.read(part.words);
  }
}
