import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole, Span } from '../../report/report.ts';
import { normaliseForSearch } from '../../text/normalise.ts';
import { type Commitment, findCommitments } from './findCommitments.ts';
import { type AnsweredOutcome, judgeOutcome } from './judgeOutcome.ts';
import { cutMeasures } from './measures.ts';
import { namesIn } from './names.ts';
import { isHeading, type ReportWithReadings, roleFinder } from './reportWithReadings.ts';
import { isSameFigure } from './sameFigure.ts';
import { type Wording, WordingWeights } from './wordingWeights.ts';

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
const answeredFrom = 0.45;
/** From here on a place may be about it. */
const relatedFrom = 0.3;
const mostCandidates = 3;
const reporting = new Set<SectionRole | null>(['review', 'shortcomings']);

/** 瑞丰冷链物流项目投产运营 looks like a heading and is an answer; 现代农业稳步发展 is none. */
const reports =
  /建成|完成|完工|竣工|投产|投用|投入|运行|运营|通车|推出|开放|挂牌|落地|启用|获批|开工|签约|创建成功|覆盖/;

interface Answer extends Span {
  wording: Wording;
  names: string[];
  readings: IndicatorReading[];
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
  const commitments = findCommitments(plan);
  const answers = listAnswers(review);
  const words = ({ start, end }: Span): string => normaliseForSearch(plan.text.slice(start, end));
  const weights = new WordingWeights([
    ...commitments.map(words),
    ...answers.map(({ wording }) => wording.words),
  ]);
  const index = weights.index(answers.map(({ wording }) => wording));

  return commitments.map((commitment): CommitmentMatch => {
    const wording = weights.read(words(commitment));
    const names = namesIn(wording.words);
    const ranked = index
      .shared(wording)
      .map(([at, shared]) => {
        const answer = answers[at] as Answer;
        return { answer, score: score(commitment, wording, names, answer, shared, weights) };
      })
      .sort((a, b) => b.score - a.score);
    const related = ranked.filter((one) => one.score >= relatedFrom).slice(0, mostCandidates);
    const candidates = related.map(({ answer: { start, end } }) => ({ start, end }));
    const { start, end } = commitment;
    const best = related[0];
    if (!best) return { start, end, outcome: 'unmentioned', answer: null, candidates };
    if (best.score < answeredFrom) {
      return { start, end, outcome: 'unclear', answer: null, candidates };
    }
    const said = review.text.slice(best.answer.start, best.answer.end);
    const outcome = judgeOutcome(commitment.readings, best.answer.readings, said);
    return { start, end, outcome, answer: candidates[0] ?? null, candidates };
  });
}

function listAnswers(review: ReportWithReadings): Answer[] {
  const roleAt = roleFinder(review);
  const measures = cutMeasures(review.text, roleAt);
  const told = measures.filter(
    (measure) =>
      reporting.has(measure.role) &&
      (reports.test(review.text.slice(measure.start, measure.end)) || !isHeading(review, measure)),
  );
  const readings = [...review.readings].sort((a, b) => a.start - b.start);
  let next = 0;
  return (told.length > 0 ? told : measures).map(({ start, end }) => {
    while ((readings[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const own: IndicatorReading[] = [];
    for (let at = next; (readings[at]?.start ?? end) < end; at += 1) {
      own.push(readings[at] as IndicatorReading);
    }
    const words = normaliseForSearch(review.text.slice(start, end));
    return {
      start,
      end,
      wording: { words, pairs: new Map() },
      names: namesIn(words),
      readings: own,
    };
  });
}

function score(
  commitment: Commitment,
  wording: Wording,
  names: string[],
  answer: Answer,
  shared: number,
  weights: WordingWeights,
): number {
  const asked = weights.total(wording);
  const told = weights.total(answer.wording);
  if (asked === 0 || told === 0) return 0;
  // A short answer may say all it says about this commitment and still leave half of it out.
  const [ofAsked, ofTold] = [shared / asked, shared / told];
  const content = Math.max(ofAsked, Math.min(0.75 * ofTold, 2 * ofAsked));
  const named = names.some((name) => answer.wording.words.includes(name)) ? 0.2 : 0;
  const figure = Math.max(
    0,
    ...commitment.readings.flatMap((one) =>
      answer.readings.map((other) => {
        if (!isSameFigure(one, other)) return 0;
        return one.key === null ? 0.2 : 0.3;
      }),
    ),
  );
  const number = commitment.readings.some(({ normalizedValue, normalizedUnit }) =>
    answer.readings.some(
      (other) =>
        other.normalizedUnit === normalizedUnit && other.normalizedValue === normalizedValue,
    ),
  );
  const far = commitment.readings.some((one) =>
    answer.readings.some((other) => isSameFigure(one, other) && isFarFrom(one, other)),
  );
  return Math.min(1, 0.75 * content + named + figure + (number ? 0.1 : 0) - (far ? 0.25 : 0));
}

/** 20 promised and 3 told are hardly the same thing, whatever they are called. */
function isFarFrom(promised: IndicatorReading, told: IndicatorReading): boolean {
  const share = (told.normalizedValue ?? 0) / (promised.normalizedValue ?? 0);
  return share < 0.25 || share > 5;
}
