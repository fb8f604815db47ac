import { countDivisions, type DivisionIndex, resolveParents, splitLocality } from './divisions.ts';
import type { EvidenceRecord } from './evidence.ts';
import type { Found } from './meetingLine.ts';
import type { TitleFacts } from './titleLine.ts';

/** Records the places above the one that reports: 诸城市, 潍坊市, 山东省. */
export function addParents(
  record: EvidenceRecord,
  title: TitleFacts,
  bodySources: (Found<string> | null)[],
  text: string,
  index: DivisionIndex,
): void {
  const hints: string[] = [];
  const own = record.best('actualLocality') ?? record.best('statedLocality');
  hints.push(...countDivisions(title.rest.value, index).keys());
  for (const source of [title.sourceLabel, title.locality, ...bodySources]) {
    if (source === null) continue;
    const words = source.value.replace(/招商|政府网?|人民|信息公开|门户网站/g, '');
    const parts = splitLocality(words, index);
    hints.push(...parts.above);
    if (index.byName.has(parts.name) || index.byStem.has(parts.name)) hints.push(parts.name);
  }
  if (own !== null) hints.push(own.value);
  const mentions = countDivisions(text, index);
  const parents = resolveParents(hints, mentions, index);
  const guessed =
    parents.province === null
      ? (mostNamed(mentions, index) ?? namedAsOwn(text, mentions, index))
      : null;
  const resolved = guessed === null ? parents : resolveParents([guessed], mentions, index);
  for (const field of ['county', 'prefecture', 'province'] as const) {
    const value = resolved[field];
    if (value === null) continue;
    const clue = guessed === null ? '题名、会议行所指' : '正文多次提到';
    const at = Math.max(0, text.indexOf(value));
    const end = text.startsWith(value, at) ? at + value.length : at;
    record.add(field, clue, 'text', { value, start: at, end }, guessed === null ? 0.85 : 0.6);
  }
  if (resolved.county === null && resolved.province === null)
    addUnlisted(record, bodySources, title);
}

/** A county in front of its town that the list of places does not have: “锦川区” of “锦川区清源桥街道”. */
const unlisted =
  /^([\u4e00-\u9fff]{2,5}(?:县|区|旗)|[\u4e00-\u9fff]{2,4}市(?!.*街道))[\u4e00-\u9fff]{2,5}(?:镇|乡|苏木|街道)$/;
const noCounty = /(?:新|开发|高新|经济|示范|管理|度假|试验|保税|景|园|山|城|片|社|城乡)区$/;

function addUnlisted(
  record: EvidenceRecord,
  bodySources: readonly (Found<string> | null)[],
  title: TitleFacts,
): void {
  for (const source of [title.locality, ...bodySources]) {
    const county = unlisted.exec(source?.value ?? '')?.[1];
    if (source === null || county === undefined || noCounty.test(county)) continue;
    const where = source === title.locality ? 'title' : 'text';
    const { start } = source;
    record.add(
      'county',
      '题名、会议行所指',
      where,
      { value: county, start, end: start + county.length },
      0.7,
    );
    return;
  }
}

/** Counties whose names are also words for any part of any town: they prove nothing by being mentioned. */
const ordinaryNames: ReadonlySet<string> = new Set(
  '城区 郊区 矿区 东区 西区 新城区 老城区 新市区 港口区 海港区 解放区'.split(' '),
);

/** The names of counties among those mentioned. */
function countiesAmong(
  mentions: ReadonlyMap<string, number>,
  index: DivisionIndex,
): [name: string, times: number][] {
  return [...mentions].filter(
    ([name]) =>
      !ordinaryNames.has(name) && index.byName.get(name)?.some((one) => one.rank === 'county'),
  );
}

/** Words around a county's name that only one's own county has: “位居会宁县前列”, “荣获麻城市先进单位”. */
const ownBefore = /(?:荣获|获得|获评|评为|授予|名列|位居|位列|居|列|中共|全面完成|在)$/;
const ownAfter =
  /^(?:县委|市委|区委|委|人民?政府|级|前列|第[一二三四五六七八九十\d]+|[\u4e00-\u9fff]{0,4}先进|文明|十强|综合考核)/;

/** “在平昌县委、县政府的领导下”, “在沁水县率先”: said of one's own county alone. */
const ownAlone =
  /^委[、和及]|^(?:人民)?政府(?:授予|奖励|表彰|评为|命名)|^[\u4e00-\u9fff]{0,2}(?:名列|位列|位居|排名|率先|首批)/;

/** The one county the text names, where the words around say that it is its own. */
function namedAsOwn(
  text: string,
  mentions: ReadonlyMap<string, number>,
  index: DivisionIndex,
): string | null {
  const counties = countiesAmong(mentions, index);
  const name = counties[0]?.[0];
  if (name === undefined || counties.length > 1) return null;
  const at = text.indexOf(name);
  const before = text.slice(Math.max(0, at - 6), at);
  const after = text.slice(at + name.length, at + name.length + 10);
  return ownAlone.test(after) || (ownBefore.test(before) && ownAfter.test(after)) ? name : null;
}

/** The one county the text names at least twice and twice as often as any other. */
function mostNamed(mentions: ReadonlyMap<string, number>, index: DivisionIndex): string | null {
  const counties = countiesAmong(mentions, index).sort((a, b) => b[1] - a[1]);
  const [first, second] = counties;
  if (first === undefined || first[1] < 2 || first[1] < 2 * (second?.[1] ?? 0)) return null;
  return first[0];
}
