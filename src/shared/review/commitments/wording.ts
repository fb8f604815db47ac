import { sayAlike } from './sameWork.ts';

/** What a measure is about: its words without figures and without the verbs all reports are written in. */
export interface Wording {
  /** Characters and pairs of characters with what each is worth. */
  characters: Map<string, number>;
  pairs: Map<string, number>;
  /** What all characters, and all pairs, are worth together; never 0. */
  total: { characters: number; pairs: number };
}

/** Of words not yet weighed. */
export const noWording: Wording = {
  characters: new Map(),
  pairs: new Map(),
  total: { characters: 1, pairs: 1 },
};

/** The words every report is written in; they say nothing about which measure is meant. */
const everyday =
  /计划|今年|去年|全年|年内|年底前?|月底前|力争|确保|争取|努力|完成|实现|新建|新增|新添|建设|建成|建立|打造|推进|推动|加快|开展|进行|达到|达|以上|以内|左右|组织|实施|投资|投入|投用|使用|继续|持续|进一步|深入|扎实|切实|积极|大力|着力|全面|全部|工作|项目|工程|发展|提升|改造|加强|完善|不断|有效|重点|累计|成功|顺利|正式|相继|先后|陆续|启动|开工|竣工|完工|投产|启用|落实|全[镇乡县市区街]|我[镇乡县市]|本[镇乡]|各类|各项|任务|目标|同比|增长|下降|突破|稳定|保持|加装|增设|招引|培育|扶持|支持|发放|组建|成立|创建|获评|获得|荣获|评为|认定|通过|验收|惠及|受益|群众|设施|改扩建|扩建|装修|维修|修缮|搬迁|整治|治理|验收|申报|升级|主体结构|主体|前期|手续/g;
const figures =
  /^[一二三四五六七八九十]是|[第约近超达]?\d[\d,.]*(?:余|多)?(?:万|亿|千|百)?(?:平方公里|平方米|立方米|公里|公顷|人次|台套|千瓦|千伏|万元|亿元|美元|元|亩|吨|米|[\u4e00-\u9fff%℃])?/g;
const ofDull = 0.2;

/** What characters and their pairs are worth in two reports: rare ones much, those of every clause little. */
export class WordingWeights {
  readonly #clauses: number;
  readonly #frequency = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.#clauses = texts.length;
    for (const words of texts) {
      const { alike } = read(words);
      const seen = new Set<string>();
      for (const run of alike) for (const sign of signsOf(run)) seen.add(sign);
      for (const sign of seen) this.#frequency.set(sign, (this.#frequency.get(sign) ?? 0) + 1);
    }
  }

  read(words: string): Wording {
    const { alike } = read(words);
    const characters = new Map<string, number>();
    const pairs = new Map<string, number>();
    for (const run of alike) {
      const dull = new Set<number>();
      for (const match of run.matchAll(everyday)) {
        for (let at = 0; at < match[0].length; at += 1) dull.add(match.index + at);
      }
      for (let at = 0; at < run.length; at += 1) {
        const sign = run[at] ?? '';
        const worth = this.#rarity(sign) * (dull.has(at) ? ofDull : 1);
        characters.set(sign, Math.max(characters.get(sign) ?? 0, worth));
        if (at + 1 === run.length) continue;
        const pair = run.slice(at, at + 2);
        const share = dull.has(at) && dull.has(at + 1) ? ofDull : 1;
        pairs.set(pair, Math.max(pairs.get(pair) ?? 0, this.#rarity(pair) * share));
      }
    }
    const total = { characters: sumOf(characters) || 1, pairs: sumOf(pairs) || 1 };
    return { characters, pairs, total };
  }

  #rarity(sign: string): number {
    return Math.max(0, Math.log((this.#clauses + 1) / ((this.#frequency.get(sign) ?? 0) + 0.5)));
  }
}

function read(words: string): { alike: string[] } {
  const alike = sayAlike(words.replace(figures, ' ')).match(/[\p{Script=Han}A-Za-z]+/gu) ?? [];
  return { alike };
}

function signsOf(run: string): string[] {
  const signs: string[] = [];
  for (let at = 0; at < run.length; at += 1) {
    signs.push(run.slice(at, at + 1));
    if (at + 2 <= run.length) signs.push(run.slice(at, at + 2));
  }
  return signs;
}

function sumOf(signs: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of signs.values()) sum += weight;
  return sum;
}

/** What of `signs` stands in `others` too. */
export function sharedWeight(
  signs: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [sign, weight] of signs) if (others.has(sign)) sum += weight;
  return sum;
}
