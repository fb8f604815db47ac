import type { Divisions } from './knowledge.ts';

/** A place of the list with the places above it; a county city such as 诸城市 is a county here. */
export interface Division {
  name: string;
  rank: 'province' | 'prefecture' | 'county';
  prefecture: string | null;
  province: string;
}

export interface DivisionIndex {
  /** All divisions of a full name: four for 鼓楼区. */
  byName: Map<string, Division[]>;
  /** The last two characters of the full names. */
  endings: Set<string>;
  /** The same by name without 省, 市, 县 or 区, two characters or more: 潍坊. */
  byStem: Map<string, Division[]>;
}

/** What the last part of a place name can be, the longer first. */
export const localitySuffix =
  '(?:街道办事处|街道|苏木|自治县|自治州|自治旗|地区|开发区|管理区|新区|镇|乡|县|市|区|州|盟|旗|省)';

const peoples =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各';
const autonomous = new RegExp(`^(.{2,}?)(?:(?:${peoples})族?)+自治([州县旗])$`);

/** “恩施州” for 恩施土家族苗族自治州: how an autonomous place mostly calls itself; null for others. */
export function shortAutonomousName(name: string): string | null {
  const match = autonomous.exec(name);
  return match === null ? null : `${match[1]}${match[2]}`;
}

const cache = new WeakMap<Divisions, DivisionIndex>();

/** Built once for each list. */
export function indexDivisions(divisions: Divisions): DivisionIndex {
  const known = cache.get(divisions);
  if (known !== undefined) return known;
  const index: DivisionIndex = { byName: new Map(), endings: new Set(), byStem: new Map() };
  const add = (division: Division) => {
    push(index.byName, division.name, division);
    const stem = division.name.replace(/(?:省|市|县|区|旗|州|盟)$/, '');
    if (stem.length >= 2 && stem !== division.name) push(index.byStem, stem, division);
    const short = shortAutonomousName(division.name);
    if (short === null) return;
    push(index.byName, short, division);
    if (short.length >= 3) push(index.byStem, short.slice(0, -1), division);
  };
  for (const province of divisions.provinces) {
    add({ name: province.name, rank: 'province', prefecture: null, province: province.name });
    for (const prefecture of province.prefectures) {
      const above = { prefecture: prefecture.name, province: province.name };
      if (prefecture.name !== null) add({ name: prefecture.name, rank: 'prefecture', ...above });
      for (const name of prefecture.counties) add({ name, rank: 'county', ...above });
    }
  }
  for (const name of index.byName.keys()) index.endings.add(name.slice(-2));
  cache.set(divisions, index);
  return index;
}

function push(map: Map<string, Division[]>, key: string, division: Division): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [division]);
  else list.push(division);
}

/**
 * Splits “山东省诸城市昌城镇” into its last part and the known places in front of it. A town also loses a
 * county that is not in the list; otherwise the whole is the last part.
 */
export function splitLocality(
  name: string,
  index: DivisionIndex,
): { name: string; above: string[] } {
  const above: string[] = [];
  let rest = name;
  for (;;) {
    const length = [9, 8, 7, 6, 5, 4, 3, 2].find(
      (size) => size < rest.length && index.byName.has(rest.slice(0, size)),
    );
    if (length === undefined) return { name: townOf(rest), above };
    const remainder = rest.slice(length);
    if (!new RegExp(`^.+${localitySuffix}$`).test(remainder)) return { name: rest, above };
    above.push(rest.slice(0, length));
    rest = remainder;
  }
}

/** “甲县城关镇” → “城关镇”; “红旗岭镇” and “新市镇” are whole. */
function townOf(name: string): string {
  return (
    /^(?:.{1,7}?[县市区]|.{2,7}?旗)(.{2,6}(?:镇|乡|苏木|街道|街道办事处))$/.exec(name)?.[1] ?? name
  );
}

/** The name without 镇, 乡, 街道 …, by which a text mostly calls itself: 皇华. */
export function localityStem(name: string): string {
  const stem = name.replace(new RegExp(`${localitySuffix}$`), '');
  return stem.length >= 2 ? stem : name;
}

/** How often each known county or prefecture is named in full, in one pass over the text. */
export function countDivisions(text: string, index: DivisionIndex): Map<string, number> {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/[市县区旗州]/g)) {
    const end = match.index + 1;
    if (!index.endings.has(text.slice(end - 2, end))) continue;
    for (let size = Math.min(9, end); size >= 2; size -= 1) {
      const name = text.slice(end - size, end);
      if (!index.byName.has(name)) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      break;
    }
  }
  return counts;
}

export interface Parents {
  county: string | null;
  prefecture: string | null;
  province: string | null;
}

/**
 * The places above a locality, from names that were seen with it. `hints` are names that certainly
 * belong to it, `mentions` names that merely occur: they only choose between places of one name.
 * Undecided stays null: two 鼓楼区 and no city named.
 */
export function resolveParents(
  hints: readonly string[],
  mentions: ReadonlyMap<string, number>,
  index: DivisionIndex,
): Parents {
  let candidates: Division[] | null = null;
  for (const hint of hints) {
    const named: Division[] = index.byName.get(hint) ?? index.byStem.get(hint) ?? [];
    if (named.length === 0) continue;
    if (candidates === null) candidates = named;
    else {
      const inside: Division[] = named.filter((one) =>
        candidates?.some((other) => isAbove(other, one)),
      );
      const around: Division[] = candidates.filter((one) =>
        named.some((other) => isAbove(other, one)),
      );
      if (inside.length > 0) candidates = inside;
      else if (around.length > 0) candidates = around;
    }
  }
  if (candidates === null) return { county: null, prefecture: null, province: null };
  if (candidates.length > 1) {
    const backed: Division[] = candidates.filter(
      (one) =>
        (one.prefecture !== null && one.prefecture !== one.name && mentions.has(one.prefecture)) ||
        mentions.has(one.province),
    );
    if (backed.length > 0) candidates = backed;
  }
  return {
    county: sole(candidates.map((one) => (one.rank === 'county' ? one.name : null))),
    prefecture: sole(candidates.map((one) => one.prefecture)),
    province: sole(candidates.map((one) => one.province)),
  };
}

function isAbove(upper: Division, lower: Division): boolean {
  if (upper.rank === 'county')
    return upper.name === lower.name && upper.prefecture === lower.prefecture;
  if (upper.rank === 'prefecture') return upper.name === lower.prefecture;
  return upper.name === lower.province;
}

function sole(values: (string | null)[]): string | null {
  const distinct = new Set(values);
  const [first] = distinct;
  return distinct.size === 1 ? (first ?? null) : null;
}
