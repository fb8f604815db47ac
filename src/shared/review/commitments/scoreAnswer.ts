import type { IndicatorReading } from '../../indicator/reading.ts';
import type { Span } from '../../report/report.ts';
import { isSameFigure } from './sameFigure.ts';
import type { Wording, WordingWeights } from './wordingWeights.ts';

/** A measure or one clause of it, as it is compared. */
export interface Part {
  /** The measure it belongs to. */
  measure: Span;
  wording: Wording;
  names: string[];
  readings: IndicatorReading[];
}

/** What each sign is worth; set on made-up pairs of years (yearPairs.cases.ts). */
const points = {
  wording: 0.75,
  sameName: 0.2,
  sameIndicator: 0.3,
  sameEndingOfName: 0.2,
  sameNumber: 0.1,
  otherNames: -0.1,
  farNumber: -0.25,
  otherDeed: -0.25,
};

const makesNew = /新建|新增|新发展|新植|新栽|新上|新引进/;
const mendsOld = /改造|提升|整治|修缮|维修|加固|更新/;

/** 0…1: how likely `answer` tells what became of `commitment`; `shared` is what their wordings share. */
export function scoreAnswer(
  commitment: Part,
  answer: Part,
  shared: number,
  weights: WordingWeights,
): number {
  const asked = weights.total(commitment.wording);
  const told = weights.total(answer.wording);
  if (asked === 0 || told === 0) return 0;
  // A short answer may say all it says about this commitment and still leave half of it out.
  const [ofAsked, ofTold] = [shared / asked, shared / told];
  const content = Math.max(ofAsked, Math.min(0.75 * ofTold, 2 * ofAsked));
  const named = commitment.names.some((name) => answer.wording.words.includes(name));
  // What names something else is hardly the answer: 大山社区 is not 青石社区.
  const otherNames = !named && commitment.names.length > 0 && answer.names.length > 0;
  const figure = Math.max(
    0,
    ...commitment.readings.flatMap((one) =>
      answer.readings.map((other) => {
        if (!isSameFigure(one, other)) return 0;
        return one.key === null ? points.sameEndingOfName : points.sameIndicator;
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
  return Math.min(
    1,
    points.wording * content +
      figure +
      (named ? points.sameName : 0) +
      (number ? points.sameNumber : 0) +
      (otherNames ? points.otherNames : 0) +
      (far ? points.farNumber : 0) +
      (isOtherDeed(commitment, answer) ? points.otherDeed : 0),
  );
}

/** 20 promised and 3 told are hardly the same thing, whatever they are called. */
function isFarFrom(promised: IndicatorReading, told: IndicatorReading): boolean {
  const share = (told.normalizedValue ?? 0) / (promised.normalizedValue ?? 0);
  return share < 0.25 || share > 5;
}

/** 改造低产茶园 is not answered by 新建茶园. */
function isOtherDeed(commitment: Part, answer: Part): boolean {
  const [asked, told] = [commitment.wording.words, answer.wording.words];
  const kinds = [makesNew, mendsOld];
  return kinds.some((one) => {
    const [other] = kinds.filter((kind) => kind !== one) as [RegExp];
    return one.test(asked) && !other.test(asked) && other.test(told) && !one.test(told);
  });
}
