import { roleFinder } from '../../comparison/roleFinder.ts';
import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole, Span } from '../../report/report.ts';
import { normaliseForSearch } from '../../text/normalise.ts';
import { findCommitments } from './findCommitments.ts';
import { type AnsweredOutcome, judgeOutcome } from './judgeOutcome.ts';
import { cutMeasures, isConcrete, type Measure } from './measures.ts';
import { namesIn } from './names.ts';
import { isHeading, type ReportWithReadings } from './reportWithReadings.ts';
import { type Part, scoreAnswer } from './scoreAnswer.ts';
import { type SharedIndex, WordingWeights } from './wordingWeights.ts';

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
const answeredFrom = 0.43;
/** From here on a place may be about it. */
const relatedFrom = 0.3;
const mostCandidates = 3;
/** Shorter clauses (完善道路网) say too little to be an answer of their own. */
const shortestClause = 5;
const reporting = new Set<SectionRole | null>(['review', 'shortcomings']);

/** 瑞丰冷链物流项目投产运营 looks like a heading and is an answer; 现代农业稳步发展 is none. */
const reports =
  /建成|完成|完工|竣工|投产|投用|投入|运行|运营|通车|推出|开放|挂牌|落地|启用|获批|开工|签约|创建成功|覆盖/;

/**
 * 承诺—交代: takes last year's plan and this year's report and looks in the review part only, since
 * the best likeness over the whole text is mostly next year's plan. Numbers are compared only for
 * the same figure in the same unit.
 */
export function matchCommitments(
  plan: ReportWithReadings,
  review: ReportWithReadings,
): CommitmentMatch[] {
  const promised = findCommitments(plan).map((commitment) => ({
    commitment,
    parts: cutParts(plan.text, commitment, commitment.readings, isConcrete),
  }));
  const told = listAnswers(review);
  const weights = new WordingWeights(
    [...promised.flatMap(({ parts }) => parts.slice(0, 1)), ...told.map(({ whole }) => whole)].map(
      ({ wording }) => wording.words,
    ),
  );
  const answers = told.flatMap(({ parts }) => parts);
  const index = weights.index(answers.map(({ wording }) => wording));

  return promised.map(({ commitment: { start, end, readings }, parts }): CommitmentMatch => {
    const ranked = rankAnswers(parts, answers, index, weights);
    const related = ranked.filter((one) => one.score >= relatedFrom).slice(0, mostCandidates);
    const candidates = related.map(({ measure }) => ({ start: measure.start, end: measure.end }));
    const best = related[0];
    if (!best) return { start, end, outcome: 'unmentioned', answer: null, candidates };
    if (best.score < answeredFrom) {
      return { start, end, outcome: 'unclear', answer: null, candidates };
    }
    const said = review.text.slice(best.measure.start, best.measure.end);
    const figures = review.readings.filter(
      (reading) => reading.start >= best.measure.start && reading.start < best.measure.end,
    );
    const outcome = judgeOutcome(readings, figures, said);
    return { start, end, outcome, answer: candidates[0] ?? null, candidates };
  });
}

/** The whole measure first; then, where it has several, its clauses that `counts` on their own. */
function cutParts(
  text: string,
  measure: Measure,
  readings: readonly IndicatorReading[],
  counts: (words: string) => boolean,
): Part[] {
  const part = ({ start, end }: Span): Part => {
    const words = normaliseForSearch(text.slice(start, end));
    return {
      measure,
      wording: { words, pairs: new Map() },
      names: namesIn(words),
      readings: readings.filter((reading) => reading.start >= start && reading.start < end),
    };
  };
  const whole = part(measure);
  if (measure.clauses.length < 2) return [whole];
  const clauses = measure.clauses.filter(
    ({ start, end }) => end - start >= shortestClause && counts(text.slice(start, end)),
  );
  return [whole, ...clauses.map(part)];
}

function listAnswers(review: ReportWithReadings): { whole: Part; parts: Part[] }[] {
  const measures = cutMeasures(review.text, roleFinder(review));
  const told = measures.filter(
    (measure) =>
      reporting.has(measure.role) &&
      (reports.test(review.text.slice(measure.start, measure.end)) || !isHeading(review, measure)),
  );
  const readings = [...review.readings].sort((a, b) => a.start - b.start);
  let next = 0;
  return (told.length > 0 ? told : measures).map((measure) => {
    while ((readings[next]?.start ?? Number.POSITIVE_INFINITY) < measure.start) next += 1;
    let last = next;
    while ((readings[last]?.start ?? measure.end) < measure.end) last += 1;
    const parts = cutParts(review.text, measure, readings.slice(next, last), () => true);
    return { whole: parts[0] as Part, parts };
  });
}

/** Each measure of the review with its best score for any part of the commitment, the best first. */
function rankAnswers(
  parts: readonly Part[],
  answers: readonly Part[],
  index: SharedIndex,
  weights: WordingWeights,
): { measure: Span; score: number }[] {
  const best = new Map<Span, number>();
  for (const part of parts) {
    const wording = weights.read(part.wording.words);
    for (const [at, shared] of index.shared(wording)) {
      const answer = answers[at] as Part;
      const points = scoreAnswer({ ...part, wording }, answer, shared, weights);
      if (points > (best.get(answer.measure) ?? 0)) best.set(answer.measure, points);
    }
  }
  return [...best]
    .map(([measure, points]) => ({ measure, score: points }))
    .sort((a, b) => b.score - a.score);
}
