import type { ReadingScope } from './reading.ts';
import type { ScopeClues } from './scope.ts';

const LEADS_UP = '(?:^|[,、:;]|其中|同期|抓住|抢抓|借助|依托)(?:20\\d\\d年)?';
const OUTER: readonly [RegExp, ReadingScope][] = [
  [new RegExp(`${LEADS_UP}[全我]国(?!第)`), 'nation'],
  [new RegExp(`${LEADS_UP}[全我]省`), 'province'],
  [new RegExp(`${LEADS_UP}[全我]市`), 'city'],
  [new RegExp(`${LEADS_UP}[全我][县区旗]`), 'county'],
];

/** 占全区1186亿元的14.2%, 比全县平均的5320元高出166元, 高于全市29.5万元的平均水平: what the town's own is measured against. */
const MEASURED_AGAINST =
  /(?:占[到了据]?|[比较]|(与)|[高低大小多少优快慢]于|相当于)全([国省市州盟县区旗])[^,。;:\d的]{0,12}的?$/;
const AVERAGE_BEHIND = /^的(?:平均|总体|整体)/;
const LEVELS: Readonly<Record<string, ReadingScope>> = {
  国: 'nation',
  省: 'province',
  市: 'city',
  州: 'city',
  盟: 'city',
  县: 'county',
  区: 'county',
  旗: 'county',
};

/** The wider area whose figure stands there to measure by; null where it is a share of it, or a distance from it. */
function measuredAgainst(clues: ScopeClues): ReadingScope | null {
  const [, beside, area] = MEASURED_AGAINST.exec(clues.clauseBefore) ?? [];
  if (area === undefined) return null;
  const told =
    beside === undefined && clues.unit !== '%' && !clues.unit.endsWith('点') && clues.unit !== '倍';
  return told || AVERAGE_BEHIND.test(clues.after) ? (LEVELS[area] ?? null) : null;
}

/** The scope of a figure whose clause speaks of the county, the city or more; null where it does not, or of the report's own area. */
export function ofWiderArea(clues: ScopeClues): ReadingScope | null {
  for (const [pattern, scope] of OUTER) {
    if (scope !== clues.own && pattern.test(clues.clauseBefore)) return scope;
  }
  const measure = measuredAgainst(clues);
  return measure === clues.own ? null : measure;
}
