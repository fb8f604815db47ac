import { findKey, isPlain } from './aliasKey.ts';
import type { Figure } from './binding.ts';
import type { FigureName } from './naming.ts';
import { called } from './questions.ts';
import { type IndicatorVocabulary, suitsFamilies } from './vocabulary.ts';
import { LONG_VERBS } from './words.ts';

const LEADING_VERBS = new RegExp(`^(?:${LONG_VERBS}|新|再)+(?=[\\u4e00-\\u9fff]{2})`);
/** What a yield or a worth leaves open: of the crop or the herd just told of. */
const OF_WHAT = called.ofAll(/^(?:总?产量?|年产量|单产|产值|总?产值)$/);
/** A sum for each of several. */
const DIVIDED = called.ofAll(/^(?:村|人|户|亩)均$/);
/** A rate that does not say of what: 参保率, 成功率. */
const BARE_RATE = called.ofAll(
  /^(?:参保|参合|成功|调解|化解|办结|覆盖|普及|入户|回收|资源化利用|综合利用|利用|处理|治理|签约|合格|入学|巩固|就业|接种|免疫|改造|硬化|亮化|绿化|达标)率$/,
);
const SHARE = called.ofAll(/^(?:约|近|已|均)?占(?![地用])/);
const AREA_OR_HERD = new Set(['area_land', 'livestock', 'plant', 'mass']);
const SIZE =
  /(?:作物)?(?:播种|种植|栽植|养殖|出栏|存栏)*(?:总?面积|[总单]?产量?|产值|规模)?(?:稳定|保持|发展|达到)?$/;

/** 增长13%,总量全市第一: what is placed is the figure before, by how much there is or how fast it grows. */
const PLACED =
  /^(?:(?<growth>增速|增幅|增长率)|总量|总额|规模)?(?:均|分别)?(?:居|列|位居|位列)?(?:全[国省市县区州旗])$/;

/** 新签约项目30个,开工12个: the verb is new, what is counted is the same. */
export function sameThing(
  verb: string,
  inherited: FigureName,
  vocabulary: IndicatorVocabulary,
): FigureName {
  // 预算收入任务1383万元,累计完成929万元: what was done is not the task.
  const thing = inherited.name
    .replace(LEADING_VERBS, '')
    .replace(/(?:任务|目标|计划|指标)(?:数|额)?$/, '');
  const name = `${verb.replace(/^(?:其中|再|又|已)+/, '')}${thing}`;
  const key = findKey(name, 0, name.length, [], vocabulary);
  return { ...inherited, name, key, after: false, attributive: false, object: null };
}

/**
 * Names that lean on the figure before: 粮食播种面积2万亩,总产1.2万吨 is 粮食总产, 农业人口5870户,占总人口的94%
 * is 农业人口占总人口, 税收增长9%,居全县第二 is the position of that growth.
 */
export function completed(
  name: FigureName,
  figure: Figure,
  previous: Figure | null,
  inherited: FigureName,
  vocabulary: IndicatorVocabulary,
): FigureName {
  if (name.name === '位次' && figure.kind === 'rank') {
    const ofGrowth = previous?.kind === 'growth' || previous?.kind === 'points';
    return ofGrowth
      ? { ...name, name: `${inherited.name}增速` }
      : { ...name, name: inherited.name, key: inherited.key };
  }
  const placed = figure.kind === 'rank' ? PLACED.exec(name.name)?.groups : undefined;
  if (placed !== undefined) {
    return placed.growth
      ? { ...name, name: `${inherited.name}增速`, key: null }
      : { ...name, name: inherited.name, key: inherited.key };
  }
  const marks = called.marksOf(name.name, 0, name.name.length);
  if (SHARE.test(name.name, marks)) {
    if (figure.quantity.unit.text !== '%') {
      // 化解债务264万元,占债务总额2130万元的12.4%: the whole has a name of its own; 全县新增规上企业90家,我镇占12家 has none.
      const whole = name.name.replace(/^(?:约|近|已|均)?占/, '');
      if (whole.length < 2) return { ...inherited, after: false };
      const { families } = figure.quantity.unit;
      return { ...name, name: whole, key: findKey(whole, 0, whole.length, families, vocabulary) };
    }
    // 占全市41%,占全省36%: of the same thing, not of the share.
    const thing = inherited.name.replace(/占(?![地用])[^占]*$/, '');
    const whole = `${thing}${name.name.replace(/的$/, '')}`.slice(-40);
    const key = findKey(whole, 0, whole.length, figure.quantity.unit.families, vocabulary);
    return { ...name, name: whole, key };
  }
  // 村集体经营性收入4126万元,村均217万元
  if (DIVIDED.test(name.name, marks)) {
    const thing = inherited.name.replace(LEADING_VERBS, '');
    const whole = `${name.name}${thing.replace(name.name.startsWith('村') ? /^(?:行政)?村/ : /^$/, '')}`;
    const key = keyOfWhole(whole, figure, vocabulary);
    return key === null ? name : { ...name, name: whole, key };
  }
  // 参加养老保险2100人,参保率91%
  if (BARE_RATE.test(name.name, marks)) {
    const stem = name.name.slice(0, -1);
    const thing = inherited.name.replace(new RegExp(`${stem}.{0,2}$`), '');
    // 调处矛盾纠纷56件,成功率96%: as 矛盾纠纷调处成功率.
    const verb = LEADING_VERBS.exec(thing)?.[0] ?? '';
    for (const subject of [thing, `${thing.slice(verb.length)}${verb}`, thing.slice(verb.length)]) {
      const key = subject === '' ? null : keyOfWhole(`${subject}${name.name}`, figure, vocabulary);
      if (key !== null) return { ...name, name: `${subject}${name.name}`, key };
    }
    return name;
  }
  const family = previous?.quantity.unit.conversions[0]?.family ?? '';
  if (OF_WHAT.test(name.name, marks) && AREA_OR_HERD.has(family)) {
    const of = inherited.name.replace(LEADING_VERBS, '').replace(SIZE, '');
    if (of === '' || of.length > 10) return name;
    const whole = `${of}${name.name}`;
    const { families } = figure.quantity.unit;
    return { ...name, name: whole, key: findKey(whole, 0, whole.length, families, vocabulary) };
  }
  return name;
}

const OF_A_GROUP =
  /(?:万元以上(?:工业)?企业|乡镇企业|规模以上工业企业|规上工业企业|规模工业企业|规模以上企业|规上企业|民营企业|民营经济|个体私营企业|(?:已脱贫|脱贫|贫困|建档立卡|低收入)(?:人口|户|群众))(?!.*(?:全[镇乡]|[;。]))/g;
const GROUPS_SUM = called.ofAll(
  /^(?:实现|完成)*(?:(?:上缴|上交|缴纳|入库|实缴)?(?:税金|税收)|(?:产品)?销售收入|营业收入|主营业务收入|利税|利润|(?:工业)?总?产值|人均(?:年)?(?:纯收入|可支配收入|收入))(?:总额)?$/,
);

/**
 * 规模以上工业企业发展到17家,实现销售收入6亿元、利税5000万元: a sum of those told of in the words `before`, under their name or none,
 * not under that of the whole town.
 */
export function ofTheirs(
  name: FigureName,
  figure: Figure,
  before: string,
  vocabulary: IndicatorVocabulary,
): FigureName {
  if (name.key === null) return name;
  const marks = called.marksOf(name.name, 0, name.name.length);
  if (!GROUPS_SUM.test(name.name, marks)) return name;
  const [group] = [...before.matchAll(OF_A_GROUP)].at(-1) ?? [];
  if (group === undefined) return name;
  const whole = `${group}${name.name.replace(/^(?:实现|完成)+/, '')}`;
  const plain = whole.replace(/(?:上缴|上交|缴纳|入库)(?=税)/, '');
  const key =
    keyOfWhole(whole, figure, vocabulary) ??
    keyOfWhole(plain, figure, vocabulary) ??
    keyOfWhole(whole.replace(/^规.*企业(?:工业)?/, '规模以上工业'), figure, vocabulary);
  return { ...name, name: whole, key };
}

/** 医疗救助716人次、2054万元: what was counted is now told as a sum of the same name. */
export function inUnitOf(
  figure: Figure,
  inherited: FigureName,
  vocabulary: IndicatorVocabulary,
): FigureName {
  const { name, key } = inherited;
  const { families } = figure.quantity.unit;
  const indicator = vocabulary.indicators.get(key ?? '');
  if (figure.kind !== 'value') return inherited;
  if (indicator !== undefined && suitsFamilies(indicator, families)) return inherited;
  return { ...inherited, key: findKey(name, 0, name.length, families, vocabulary) ?? key };
}

const COUNTS = /^(?:户|人|名|个|家|所|处|项|件)$/;

/** 每户补助8000元,合计36.8万元: the sum is not what each got. */
export function sumsUp(text: string, start: number, end: number, inherited: FigureName): boolean {
  return inherited.name.includes('每') && /[合共总累]计|共/.test(text.slice(start, end));
}

/** 187个村民小组,4089户: another kind of thing behind a comma is not what was named before it. */
export function leansOn(text: string, figure: Figure, previous: Figure | null): boolean {
  if (previous === null || figure.kind !== 'value') return true;
  const other = previous.quantity.unit.text;
  const own = figure.quantity.unit.text;
  if (own === other || !COUNTS.test(own) || (other === '户' && own === '人')) return true;
  return !text.slice(previous.quantity.end, figure.quantity.start).includes(',');
}

/** The key of words that are a name of the shared list as they stand. */
function keyOfWhole(words: string, figure: Figure, vocabulary: IndicatorVocabulary): string | null {
  const key = findKey(words, 0, words.length, figure.quantity.unit.families, vocabulary);
  return key !== null && isPlain(words, key, vocabulary) ? key : null;
}
