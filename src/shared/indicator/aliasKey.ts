import type { Indicator, IndicatorVocabulary } from './vocabulary.ts';
import { LEAD_PARTS, LONG_VERBS, VERBS } from './words.ts';

const SUFFIX =
  /^(?:率|企业|总?面积|数量?|总量|总额|金额|里程|总数|人数|户数|建设|改造|任务|工作|项目|指标|规模|完成情况|收入|额|值|人员|对象|群众|(?:每[人户亩月年天])+|\([^()]*\))?$/;

const EXACT_FAMILIES = new Set(['money', 'money_per_capita']);
const RATE = /(?:率|比重|占比|比例|水平|程度|强度|满意度|安全感)$/;
const AFTER_VERB = new RegExp(`(?:${LONG_VERBS})(?:了|各类|各项)?$`);
const QUALIFIERS = new RegExp(
  `^(?:${VERBS}|${LEAD_PARTS}|全社会|全部|城乡|银行|金融机构|各项|本外币|人民币|实缴|到位|年度|境内|全口径|累计|各类|各种|国内|省外|市外|县外|区外|域外|实际|新增|本级|[镇乡县市区]级?|农村|农民|全体|常住)+`,
);

/**
 * The indicator whose alias ends the words; null where none does, where its family does not fit the
 * unit, or where a word in front changes what is counted (人均地区生产总值, 工业税收收入).
 */
export function findKey(
  text: string,
  start: number,
  end: number,
  families: readonly string[],
  vocabulary: IndicatorVocabulary,
): string | null {
  if (isQuoting(text, start, end)) {
    const bare = text.slice(start, end).replace(/[“”]/g, '');
    return findKey(bare, 0, bare.length, families, vocabulary);
  }
  // No alias and suffix are longer than this together.
  const from = Math.max(start, end - 32);
  let best: { key: string; length: number } | null = null;
  for (const match of vocabulary.aliases.match(text, from, end)) {
    const indicator = vocabulary.indicators.get(match.key);
    if (indicator === undefined) continue;
    const length = match.end - match.start;
    if (best !== null && length <= best.length) continue;
    if (match.end !== end && !SUFFIX.test(text.slice(match.end, end))) continue;
    const rate = families.includes('percent') && RATE.test(text.slice(match.start, match.end));
    if (families.length > 0 && !rate && !suits(indicator, families)) continue;
    const short = length <= 2 && match.end !== end;
    if (short && text.slice(start, match.start).replace(QUALIFIERS, '') !== '') continue;
    if (qualified(text, start, match.start, indicator)) continue;
    best = { key: match.key, length };
  }
  return best?.key ?? null;
}

function isQuoting(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x201c || code === 0x201d) return true;
  }
  return false;
}

/** 12家企业 and 12户企业 count the same. */
function suits(indicator: Indicator, families: readonly string[]): boolean {
  const counts = (family: string) =>
    indicator.family === family || indicator.otherFamilies.includes(family);
  if (families.some(counts)) return true;
  if (families.includes('persontimes') && counts('person')) return true;
  return families.includes('household') && counts('count');
}

function qualified(text: string, start: number, at: number, indicator: Indicator): boolean {
  if (!EXACT_FAMILIES.has(indicator.family)) return false;
  const rest = text
    .slice(start, at)
    .replace(/^.*[的、和与]/, '')
    .replace(QUALIFIERS, '');
  // 规模企业实现工业总产值 is not that of all industry.
  if (/企业|规模|规上|民营|个体/.test(rest)) return true;
  return rest !== '' && !AFTER_VERB.test(rest);
}
