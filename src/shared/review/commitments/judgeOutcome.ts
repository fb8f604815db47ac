import type { IndicatorReading } from '../../indicator/reading.ts';
import { isSameFigure } from './sameFigure.ts';

export type AnsweredOutcome = 'kept' | 'partly';

const underWay =
  /正在|正有序|有序推进|加快推进|稳步推进|顺利推进|进展顺利|主体(?:结构|工程|完工|完成|封顶|建设)|封顶|开工建设|破土|动工|启动|前期|筹备|可研|获批|批复|立项|规划设计|基础施工|尚未|部分完成|一期|基本完成|初审|摘牌|预计|进入.{0,6}阶段|完成(?:.{0,4}[一二三四五六七八九]成|.{0,8}(?<!\d)\d{1,2}(?:\.\d+)?%)/;
/** 一期投产、二期主体完工 is partly done; 全部建成 is done whatever else is under way. */
const wholly = /全部|全面完成|已完成|通过验收|超额/;
const money = /元$/;
/** Rounding in the review (近5000, for 5,000 promised) is no shortfall. */
const tolerance = 0.99;

/** Where an answer is already found, its only figure in the promised unit is the promised one. */
function onlyOneOf(
  target: IndicatorReading,
  told: readonly IndicatorReading[],
): IndicatorReading | undefined {
  const sameUnit = told.filter(
    ({ normalizedUnit }) => normalizedUnit !== null && normalizedUnit === target.normalizedUnit,
  );
  return sameUnit.length === 1 && !money.test(target.unit ?? '') ? sameUnit[0] : undefined;
}

/**
 * Kept or partly, by the figures where both state the same one, else by the words. A target of at
 * most so much (控制在…以内) is kept from below.
 */
export function judgeOutcome(
  promised: readonly IndicatorReading[],
  told: readonly IndicatorReading[],
  words: string,
): AnsweredOutcome {
  const compared = promised.flatMap((target) => {
    const result = told.find((one) => isSameFigure(target, one)) ?? onlyOneOf(target, told);
    // 增长8% is kept by 27.3亿元,增长9%.
    const grown = told.find(({ changeKind }) => changeKind === 'year-on-year') ?? result;
    if (target.value === null && target.growthPercent && grown?.growthPercent) {
      const [asked, done] = [target.growthPercent, grown.growthPercent];
      return [asked < 0 ? done <= asked : done >= asked];
    }
    if (!result || target.normalizedValue === null || result.normalizedValue === null) return [];
    const atMost = /以内|以下|不超过|控制/.test(target.precision ?? '');
    return atMost
      ? [result.normalizedValue * tolerance <= target.normalizedValue]
      : [result.normalizedValue >= target.normalizedValue * tolerance];
  });
  if (compared.length > 0) return compared.every((kept) => kept) ? 'kept' : 'partly';
  return underWay.test(words) && !wholly.test(words) ? 'partly' : 'kept';
}
