import { sayAlike } from './sameWork.ts';

/** Stands for whatever parts the things a clause names: a figure, a deed, a stop. */
const gap = '|';

const itemLabel = /^(?:[一二三四五六七八九十]是|\(?\d{1,2}[.、)])/;
const quotationMarks = /[“”‘’《》「」]/g;
const figures =
  /[约近超达第]?\d[\d,.]*(?:余|多)?(?:万|亿|千|百)?(?:平方公里|平方米|立方米|公里|公顷|人次|台套|千瓦|千伏|万元|亿元|美元|兆瓦|个百分点|[\u4e00-\u9fff%℃])?/g;
const spelledFigures =
  /[一二三四五六七八九十两百千]{1,4}(?:多|余)?(?:个|处|条|座|所|家|项|件|场|套|公里|批|亩|户|口|眼|间|盏|台|栋|名|人|次|季度|月份?)/g;
/** What is done, how and by whom: every thing can have it said of it. */
const deeds =
  /计划|今年|去年|全年|年内|年底前?|月底前|上半年|下半年|力争|确保|争取|努力|力促|促成|完成|实现|新建|新增|新[发开引修植栽种装打添购办认创招]展?|建设|建成|建好|建立|修建|兴建|改建|续建|迁建|扩建|改扩建|翻建|在建|打造|推进|推动|推广|加快|开展|进行|以上|以内|左右|组织|实施|总?投资|投入|投用|投运|使用|继续|持续|进一步|深入|扎实|切实|积极|大力|着力|全面|全部|全都|先后|陆续|相继|逐步|稳步|有序|如期|提前|盛大|全线|成功|顺利|正式|均已?|已经?|均|发展到?|提升|改造|改良|加强|完善|不断|有效|重点|累计|启动|开工|动工|破土|竣工|完工|封顶|投产|试产|达产|复工|启用|落实|落地|落户|落成|通车|通水|通气|贯通|打通|畅通|全[镇乡县市区街]|我[镇乡县市区街]|本[镇乡]|各类|各项|各村|任务|目标|同比|增长|下降|突破|超过|达到?|稳定|保持|增至|增加|扩大|净增|扩种|栽植|栽种|播种|栽培|(?:养殖|饲养|种植|加工)(?![场户区厂站园企小基合大协])|投放|培育|扶持|支持|发放|兑付|兑现|组建|成立|设立|设置|创办|创建|争创|创成|获评|获得|荣获|评为|评定|认定|通过|验收|惠及|受益|群众|整治|治理|申报|升级|主体结构|主体|前期|手续|拆除|清除|关停|取缔|流转|安装|加装|配备|配置|购置|采购|添置|更换|更新|铺设|铺筑|架设|衬砌|硬化|绿化|亮化|美化|拓宽|加固|疏浚|清淤|修缮|维修|修复|整修|翻新|装修|引进|引入|招引|招商|签约|举办|承办|开办|办好|举行|参加|接受|享受到?|办理|纳入|提供|举行|开通|开放|开业|运行|运营|营业|挂牌|揭牌|交付|到位|搬迁|入住|化解|调解|处置|盘活|腾退|回收|救助|帮扶|慰问|转移|输送|输转|吸引|接待|覆盖|提高|降低|控制|解决|消除|[为将把被对在向从于给让使和与及或的了等共已再又也较比达约近各]/g;
/** What says of a thing only that it is one of the place's, or a good one. */
const plain =
  /标准化|建档立卡|规范化|现代化|高标准|高质量|优质|优良|大型|中型|小型|老旧|旧|新型|示范|精品|特色|一批|多个|农村|乡村|村级|镇级|乡级|村内|镇内|农户|农民|居民|困难|贫困|项目|工程|设施|设备|基地|面积|数量|总量|工作|活动|建筑|[镇乡村]/g;

/** What a clause names, without deeds and figures and with a gap for each: 新建双孢菇大棚40座 is |双孢菇大棚|. */
export const thingsOf = (words: string): string =>
  sayAlike(words.replace(itemLabel, '').replace(quotationMarks, ''))
    .replace(spelledFigures, gap)
    .replace(figures, gap)
    .replace(/[^\u4e00-\u9fffA-Za-z]+/g, gap)
    .replace(deeds, gap)
    .replace(plain, '');

const place = /([\u4e00-\u9fff]{2})(?:村|社区|屯|庄)(?!级|民|镇|内|集体|组|寨|两委)/g;
/** 示范村, 贫困村 and 老旧社区 are kinds of places and none by name. */
const noName =
  /[示范农乡全各本该个多级贫困自然行政创建制美丽试点和宜居薄弱先进文明卫生森林集空心老旧新型未来康养旅游特色未出列振兴重点革命整治涉移民城郊边境聚落易地社传统家庭养殖少数民族\d|]/;

/** 硬化向阳村道路3公里 and 硬化东安村道路3公里: each names villages, and none of the other's. */
export function isOtherPlace(asked: string, told: string): boolean {
  const [wanted, found] = [asked, told].map((words) =>
    Array.from(words.replace(deeds, gap).matchAll(place), ([, name = '']) => name).filter(
      (name) => !noName.test(name),
    ),
  ) as [string[], string[]];
  return (
    wanted.length > 0 &&
    found.length > 0 &&
    !wanted.some((name) => told.includes(name)) &&
    !found.some((name) => asked.includes(name))
  );
}

/** A stretch that two texts have in common. */
interface Tile {
  at: number;
  in: number;
  length: number;
}

/** One of the two texts, with the places a tile lies on. */
interface Tiled {
  text: string;
  taken: Set<number>;
}

/**
 * Whether what two clauses name (see {@link thingsOf}) are two things: one stands where the other does, as in
 * 鲜食玉米 and 青贮玉米, 微型消防站 and 微型图书馆, 国槐 and 月季.
 */
export function areTwoThings(asked: string, told: string): boolean {
  const one: Tiled = { text: asked, taken: new Set() };
  const other: Tiled = { text: told, taken: new Set() };
  const pairs = layTiles(one, other, 2);
  // 乔木 and 灌木 have their end in common only.
  const tiles = pairs.length > 0 ? pairs : layTiles(one, other, 1);
  if (tiles.length === 0) return names(asked) && names(told);
  return tiles.some(({ at, in: start, length }) => {
    const [after, afterIn] = [leftOver(one, at + length, 1), leftOver(other, start + length, 1)];
    return (
      differ(leftOver(one, at - 1, -1), leftOver(other, start - 1, -1)) ||
      (differ(after, afterIn) && !endAlike(after, afterIn))
    );
  });
}

const names = (things: string): boolean => /[\u4e00-\u9fff]{2}/.test(things);

/** Lays the longest stretch in common on both, then the next, none shorter than `shortest`. */
function layTiles(one: Tiled, other: Tiled, shortest: number): Tile[] {
  const tiles: Tile[] = [];
  for (let tile = longestTile(one, other); tile.length >= shortest; ) {
    tiles.push(tile);
    for (let step = 0; step < tile.length; step += 1) {
      one.taken.add(tile.at + step);
      other.taken.add(tile.in + step);
    }
    tile = longestTile(one, other);
  }
  return tiles;
}

function longestTile(one: Tiled, other: Tiled): Tile {
  const free = (at: number, start: number): boolean =>
    one.text[at] !== undefined &&
    one.text[at] === other.text[start] &&
    one.text[at] !== gap &&
    !one.taken.has(at) &&
    !other.taken.has(start);
  let best: Tile = { at: 0, in: 0, length: 0 };
  for (let at = 0; at < one.text.length; at += 1) {
    for (let start = 0; start < other.text.length; start += 1) {
      let length = 0;
      while (free(at + length, start + length)) length += 1;
      if (length > best.length) best = { at, in: start, length };
    }
  }
  return best;
}

/** What stands beside a tile, up to the next tile or gap. */
function leftOver({ text, taken }: Tiled, from: number, by: 1 | -1): string {
  let to = from;
  while (text[to] !== undefined && text[to] !== gap && !taken.has(to)) to += by;
  return by === 1 ? text.slice(from, to) : text.slice(to + 1, from + 1);
}

/** 规模肉鸡 and 肉鸡 do not; what is left over of one only is left out by the other. */
function differ(one: string, other: string): boolean {
  return one !== '' && other !== '' && !isWithin(one, other) && !isWithin(other, one);
}

/** 用地 and 闲置土地 may be one, 养老护理员 and 家政服务员 are not. */
function endAlike(one: string, other: string): boolean {
  return Math.min(one.length, other.length) <= 2 && one.at(-1) === other.at(-1);
}

function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
