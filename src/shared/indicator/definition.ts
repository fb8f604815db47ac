import { isPlain } from './aliasKey.ts';
import type { Figure } from './binding.ts';
import type { JudgedFigure } from './judge.ts';
import { type Indicator, suitsFamilies } from './vocabulary.ts';

/**
 * The key a figure keeps once it is known whose it is: a sum or share of the whole place is not what a firm, a project or
 * a village states of itself (龙头企业纳税386万元 has an indicator of its own), a standard (每人每月100元) is no sum, a name carried
 * over from the figure before must fit the unit, and a change must name what changed and nothing narrower (企业增长8%).
 */
export function keptKey(
  { figure, name, indicator, scope, guessed, work }: JudgedFigure,
  standard: boolean,
): string | null {
  if (indicator === null) return null;
  const key = indicator.id;
  if (figure.kind === 'value' && !suitsFamilies(indicator, figure.quantity.unit.families)) {
    return null;
  }
  // 发放基础养老金258.7万元 is what was given out, no standard.
  if (indicator.name.endsWith('标准') && figure.quantity.magnitude.digits > 1n) return null;
  if (!indicator.exact) {
    return isChange(figure) && !isPlain(name.name, key, work.vocabulary) ? null : key;
  }
  if (standard && indicator.family === 'money' && !indicator.bySubject) return null;
  if (indicator.of === 'any') return key;
  if (indicator.family === 'percent') return scope === 'firm' ? null : key;
  const ofOne = indicator.of === 'one' ? key : indicator.single;
  if (scope === 'firm' || scope === 'project') {
    if (guessed !== null) return ofOne === null ? key : null;
    return ofOne;
  }
  if (indicator.of === 'one') return null;
  return scope === 'village' && indicator.family === 'money' ? null : key;
}

/** A change of which no value is stated. */
function isChange({ kind }: Figure): boolean {
  return kind === 'growth' || kind === 'points' || kind === 'completion';
}

/** What is named as the whole place's: nothing where it is what one firm has (产值, 恒达公司实现税收). */
export function ofPlace(named: Indicator | null): Indicator | null {
  return named?.of === 'one' ? null : named;
}
