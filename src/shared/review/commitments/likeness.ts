import type { IndicatorReading } from '../../indicator/reading.ts';
import { areTwoThings, isOtherPlace } from './otherThing.ts';
import { sayAlike } from './sameWork.ts';
import { sharedWeight, type Wording } from './wording.ts';

/** A measure or one clause of it, as it is compared. */
export interface Part {
  words: string;
  wording: Wording;
  /** Its things, as otherThing.ts compares them. */
  things: string;
  /** The words of its clauses; empty for a clause. */
  clauses: readonly string[];
  readings: readonly IndicatorReading[];
  topics: readonly string[];
}

/** What each sign of an answer adds to the logarithm of the odds; learned by scripts/train/commitmentWeights.ts. */
const weights = {
  even: -9.75,
  charactersOfAsked: 5.37,
  charactersOfTold: 2.77,
  pairsOfAsked: 4.38,
  pairs: 3.57,
  sameTopic: 1.81,
  equal: 3.21,
  telling: 6.9,
  near: 4.61,
  far: -6.21,
  otherUnits: -1.83,
  otherThing: 0.18,
  noFigure: -0.68,
  otherDeed: -3.54,
  nothingDone: 0.16,
  notMade: -2.83,
  upkeep: -4.34,
};

export type Sign = keyof typeof weights;
/** 0…1 each. */
export type Signs = Record<Sign, number>;

/** So much shared wording is much, wherever it stands. */
const manyPairs = 20;

/** Words of a figure's name that do not say what is counted. */
const deeds =
  /新建|新增|新|完成|实现|建成|建设|改造|提升|整治|培育|引进|发展|全[镇乡县区]|累计|共|达到|达|增加|安装|配备|购置|开展|组织|举办|创建|打造|为|的|等|将|在/g;
const makesNew = /新建|新增|新发展|新植|新栽|新上|新引进|新修|新开/;
const mendsOld = /改造|提升|整治|修缮|维修|加固|更新|改建|翻修|大修|整修|修复/;

/** 福利院供养老人82名 speaks of the thing and of nothing done about it. */
const done =
  /建成|新建|建设|建好|修建|改建|扩建|改造|完成|完工|竣工|投产|投用|投运|投入|启用|使用|通车|通水|贯通|打通|交付|落地|落户|开业|开街|开园|开放|营业|开工|动工|破土|封顶|新[增添上发扩植改装修]|增加|增至|净增|扩大|扩[至种]|发展到|引进|签约|创成|创建|获评|获得|获批|评为|认定|入选|通过|成立|组建|设立|挂牌|安装|铺设|铺[完筑]|架设|硬化|更换|配备|购置|添置|到位|实现|覆盖|全部|搬迁|入住|迁[入居]|整治|治理|拆除|消除|关停|取缔|清[理淤运]|发放|兑现|落实|举办|成功|培训|脱贫|出列|退出|化解|调[解处结]|种植|栽植|播种|流转|整理|培育|推出|上线|开通|推行|建立|修缮|修复|翻新|维修|疏浚|拓宽|加宽|亮化|绿化|复绿|回购|盘活|腾退|吸引|接待|受益|享受|惠及|达到?|突破|超过|增长|下降|稳定在|提高|扩面/;

/** A thing promised to be made, and what is said of one that is made or being made: 幼儿园获评平安校园 says neither. */
const makes =
  /新建|建设(?!用地)|建成|修建|兴建|扩建|改扩建|筹建|重建|迁建|续建|新增|增设|打造|新修|架设|铺设|配备|添置|购置|新购/;
const made =
  /建成|建好|新建|在建|建设|修建|改建|扩建|新增|新添|新修|新购|增设|增加|增至|扩至|净增|完成|完工|竣工|落成|投用|投运|投产|投入|启用|交付|封顶|主体|开工|动工|破土|奠基|开园|开放|开馆|开业|开门|迎新|(?<!规范)运行(?!规范|良好|平稳|补[贴助])|挂牌|揭牌|通车|通水|贯通|打造|创成|砌筑|架设|铺设|铺[完筑]|安装|配备|添置|购置|(?<!拨付|落实|发放|保障|兑现|足额)到位|选址|立项|前期|手续|验收|入住|迁[入居新]|硬化|浇筑|[新共]建|建\d/;

/** 清洗蓄水池12座 and 修剪行道树1500株 speak of what stood before. */
const keepsUp =
  /清洗|修剪|养护|管护|看护|保洁|检查|检修|巡[查护检]|抽[检查]|排查|普查|检测|监测|消毒|登记|盘点|年检|年审|值守|体检|抽样|备案|审计|考核|评比|宣[传讲]|演练|公示|收费|(?:运[行营维]|电费|经费|工资)(?:补[贴助]|费用)|补[贴助](?:拨付|发放|资金)?(?:到位)?$|签约家庭医生|规范运行|运行(?:规范|良好|平稳)|开展[^,]{0,6}活动/;

/** 规上企业达到18家 and 新增规上企业2家 count differently. */
const totals = /达到|突破|总[数量]|增至|发展到/;
const adds = /新增|净增|增加/;

/** The signs that `told` tells what became of `asked`. */
export function signsOf(asked: Part, told: Part): Signs {
  const [wanted, found] = [asked.wording, told.wording];
  const characters = sharedWeight(wanted.characters, found.characters);
  const pairs = sharedWeight(wanted.pairs, found.pairs);
  const sign = (holds: boolean): number => (holds ? 1 : 0);
  return {
    even: 1,
    charactersOfAsked: characters / wanted.total.characters,
    charactersOfTold: characters / found.total.characters,
    pairsOfAsked: pairs / wanted.total.pairs,
    pairs: Math.min(1, pairs / manyPairs),
    sameTopic: sign(asked.topics.some((topic) => told.topics.includes(topic))),
    ...compareFigures(asked.readings, told.readings),
    ...(totals.test(asked.words) && adds.test(told.words) ? { far: 0 } : {}),
    otherDeed: sign(isOtherDeed(asked.words, told.words) || isOtherOne(asked.words, told.words)),
    nothingDone: sign(!done.test(told.words)),
    notMade: sign(makes.test(asked.words) && !made.test(told.words)),
    upkeep: sign(!keepsUp.test(asked.words) && onlyKeepsUp(clauseOn(asked, told))),
  };
}

const onlyKeepsUp = (words: string): boolean => keepsUp.test(words) && !made.test(words);

/** The clause of an answer that names what was asked: what another one of them says was done is not said of it. */
function clauseOn(asked: Part, { words, clauses }: Part): string {
  const shared = (clause: string): number =>
    [...new Set(asked.things)].filter((character) => clause.includes(character)).length;
  return clauses.reduce(
    (best, one) => (shared(one) > shared(best) ? one : best),
    clauses[0] ?? words,
  );
}

/** Two measures that share less of what the first says have nothing to do with each other. */
const leastShared = 0.15;

/** What names another thing of the kind may be related (matchCommitments.ts) and is never the answer. */
const mostOfAnother = -1.5;

/** The logarithm of the odds that the answer is one; 0 is even. */
export function likeness(asked: Part, told: Part): number {
  const { characters, total } = asked.wording;
  if (sharedWeight(characters, told.wording.characters) < leastShared * total.characters) {
    return Number.NEGATIVE_INFINITY;
  }
  const signs = signsOf(asked, told);
  let sum = 0;
  for (const [sign, weight] of Object.entries(weights)) sum += weight * signs[sign as Sign];
  return sum > mostOfAnother && isAnother(asked, told) ? mostOfAnother : sum;
}

/** 硬化东安村道路3公里 is no answer to 硬化向阳村道路3公里, however alike they read. */
export function isAnother(asked: Part, told: Part): boolean {
  return areTwoThings(asked.things, told.things) || isOtherPlace(asked.words, told.words);
}

const noFigures = {
  equal: 0,
  telling: 0,
  near: 0,
  far: 0,
  otherUnits: 0,
  otherThing: 0,
  noFigure: 0,
};

function compareFigures(
  promised: readonly IndicatorReading[],
  told: readonly IndicatorReading[],
): typeof noFigures {
  const found = { ...noFigures };
  if (promised.length === 0) return found;
  if (told.length === 0) return { ...found, noFigure: 1 };
  let sameUnit = false;
  let sameThing = false;
  for (const one of promised) {
    for (const other of told) {
      if (one.normalizedUnit === null || unitOf(one) !== unitOf(other)) continue;
      sameUnit = true;
      if (isSameThing(one, other)) sameThing = true;
      if (!one.normalizedValue || other.normalizedValue === null) continue;
      const share = other.normalizedValue / one.normalizedValue;
      if (share === 1) {
        found.equal = 1;
        if (telling.test(one.valueText)) found.telling = 1;
      } else if (share > 0.7 && share < 1.4) found.near = 1;
      else if (share < 0.25 || share > 4) found.far = 1;
    }
  }
  // 20 promised and 3 told are hardly the same thing, unless another figure agrees.
  if (found.equal || found.near) found.far = 0;
  if (!sameUnit) found.otherUnits = 1;
  else if (!sameThing) found.otherThing = 1;
  return found;
}

/** 358人 is hardly ever two different things, 300人 may be. */
const telling = /[1-9]\d*[1-9]\d*[1-9]|\d[1-9]\.\d/;
/** 泵站6处 and 泵站6座 count alike. */
const countingWord = /^[处座个所家口眼盏台套栋幢批部]$/;

function unitOf({ normalizedUnit }: IndicatorReading): string | null {
  return countingWord.test(normalizedUnit ?? '') ? '个' : normalizedUnit;
}

/** The thing counted stands at the end: 中心小学教师周转房. */
const endOfName = 3;

/** 周转房16套 and 电子白板12套 are not; a figure without a name may be of anything. */
function isSameThing(a: IndicatorReading, b: IndicatorReading): boolean {
  const [one, other] = [a, b].map(({ name }) =>
    sayAlike(name).replace(deeds, '').slice(-endOfName),
  );
  return !one || !other || [...one].some((character) => other.includes(character));
}

/** 改造低产茶园 is not answered by 新建茶园. */
function isOtherDeed(asked: string, told: string): boolean {
  const kinds = [makesNew, mendsOld];
  return kinds.some((one) => {
    const [other] = kinds.filter((kind) => kind !== one) as [RegExp];
    return one.test(asked) && !other.test(asked) && other.test(told) && !one.test(told);
  });
}

const ordinal = /第([一二三四五六七八九十\d]{1,3})(?=[\u4e00-\u9fff])|([一二三四五六])期/g;

/** 第三小学 is not 第二小学, 二期 not 一期. */
function isOtherOne(asked: string, told: string): boolean {
  const [wanted, found] = [asked, told].map((words) =>
    Array.from(words.matchAll(ordinal), ([one]) => one),
  ) as [string[], string[]];
  return wanted.length > 0 && found.length > 0 && !wanted.some((one) => found.includes(one));
}
