import { parseChineseNumber } from './chineseNumber.ts';
import { parseDecimal } from './decimal.ts';
import type { Quantity } from './quantities.ts';
import type { UnitLexicon } from './units.ts';

/** What a position begins with: looked for by itself, no other place of a text is asked for one. */
const ORDER = /[前第首]/g;
const RANK =
  /(前|第|(?=首[位名]))(首(?=[位名])|[一二三四五六七八九十]{1,3}|\d{1,3})(名|位)?(?![一-龥]{0,1}(?:届|次|批|期|季度|代|产业|书记|责任|时间|方阵|梯队|要务|线|人民|中学|小学|医院|个|家|季|年|轮|层级|大|任|张|步|者|课堂|动力|资源|生产力|要素|议题|把手|项|台|条|套|部|座|所))/y;
const STANDING =
  /(?:居|列|位于|排名?|排在|名次|获得?了?|取得了?|夺得|勇夺|跃居|升至|上升到|进入|跻身|进位|保持|稳居|均为|总分|综合考核|增[幅速长量]|总量|降幅)[^,。;:]{0,14}$/;
const FIELD =
  /(?:全球|世界|全国|全省|全市|全县|全区|全旗|全镇|[我本][省市县区旗]|(?<=居|列|位|名|排|得|获|在|了|,|、|^)(?:(?![全我本了得为居列获在名])[\u4e00-\u9fff]){2,3}(?:省|市|县|区))/g;
const BARE_FIELD = /(?:居|列|取得了?|获得了?|荣获|夺得|位于|排名?)([\u4e00-\u9fff]{2,6})$/;
/** 在县脱贫攻坚考评中位列第一: the level that holds the contest is the field. */
const CONTEST = /在([省市县区镇乡])[^,。;:]{0,16}(?:考评|考核|评比|测评|竞赛|排名)/;
/** 居15个乡镇第四位. */
const MEMBERS = /(\d{1,3})个(?:[乡镇街道区县市]{1,4}(?:场|开发区)?)(?:中|里)?$/;
const COUNT_OF_FIELD = /^(?:的)?(\d{1,3})个?[\u4e00-\u9fff]{1,20}$/;

/** The last field named before the position, with the number of its members where that is said. */
function readField(clause: string): { within: string | null; of: number | null } | null {
  const bare = BARE_FIELD.exec(clause)?.[1];
  if (bare !== undefined && !/[省市县区国镇球]/.test(bare)) return { within: bare, of: null };
  let last: RegExpExecArray | null = null;
  for (const match of clause.matchAll(FIELD)) last = match;
  const members = MEMBERS.exec(clause);
  if (members !== null && members.index > (last?.index ?? -1)) {
    return { within: last?.[0] ?? null, of: Number(members[1]) };
  }
  const contest = CONTEST.exec(clause)?.[1];
  if (last === null && contest !== undefined) return { within: `全${contest}`, of: null };
  if (last !== null) {
    const rest = clause.slice(last.index + last[0].length);
    const count = COUNT_OF_FIELD.exec(rest);
    if (rest.length <= 24) return { within: last[0], of: count === null ? null : Number(count[1]) };
  }
  return null;
}

/** 首位 is the first. */
function readPosition(digits: string): string | null {
  if (digits === '首') return '1';
  return /\d/.test(digits) ? digits : parseChineseNumber(digits);
}

/**
 * Positions with their field: 居全省第2位, 列全市前三名, 全市15个镇街区第一名. 第一时间, 第一书记 and ordinals
 * of meetings are none; a bare 第一 counts only behind a field or a verb of standing.
 */
export function scanRanks(text: string, units: UnitLexicon): Quantity[] {
  const found: Quantity[] = [];
  let read = 0;
  for (const { index } of text.matchAll(ORDER)) {
    if (index < read) continue;
    RANK.lastIndex = index;
    const match = RANK.exec(text);
    if (match === null) continue;
    read = RANK.lastIndex;
    const [whole, order = '', digits = '', unitText] = match;
    const left = text.slice(Math.max(0, match.index - 24), match.index);
    const clause = left.slice(
      Math.max(left.lastIndexOf(','), left.lastIndexOf('。'), left.lastIndexOf(';')) + 1,
    );
    const field = readField(clause);
    const standing = STANDING.test(clause);
    const listed = /(?:第(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:名|位)?)[、和]$/.test(clause);
    if (!standing && !listed && (field === null || unitText === undefined)) {
      if (
        field === null ||
        !/^(?:[,。;的、!)]|$)/.test(
          text.slice(match.index + whole.length, match.index + whole.length + 1),
        )
      )
        continue;
    }
    if (order !== '第' && (unitText === undefined || !standing)) continue;
    if (digits === '首' && field === null) continue;
    const plain = readPosition(digits);
    const value = plain === null ? null : parseDecimal(plain);
    const unit = units.units.get('名');
    if (value === null || unit === undefined) continue;
    const end = match.index + whole.length;
    const within = field?.within ?? (listed ? (found.at(-1)?.rank?.within ?? null) : null);
    found.push({
      start: match.index,
      numberStart: match.index + order.length,
      valueEnd: match.index + order.length + digits.length,
      unitEnd: end,
      end,
      value,
      upper: null,
      unit,
      unitText: unitText ?? '名',
      magnitude: { digits: 1n, scale: 0 },
      precision: order === '前' ? '前' : null,
      lone: false,
      unitMissing: false,
      rank: {
        position: Number(plain),
        of: field?.of ?? null,
        within,
      },
    });
  }
  return found;
}
