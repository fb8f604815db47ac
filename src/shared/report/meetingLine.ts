import { parseChineseInteger, parseYear, yearDigits } from './numerals.ts';

/** Where in the view something was read. */
export interface Found<T> {
  value: T;
  start: number;
  end: number;
}

export interface MeetingLine {
  /** 会议: “昌城镇第十九届人民代表大会第五次会议”. */
  meeting: Found<string> | null;
  congressTerm: number | null;
  sessionNumber: number | null;
  /** The name in front of 第…届. */
  host: Found<string> | null;
  deliveredOn: Found<string> | null;
  speaker: Found<string> | null;
  speakerTitle: Found<string> | null;
  /** The place in front of the office: “皇华镇” of “皇华镇人民政府镇长张雷”. */
  officeOf: Found<string> | null;
}

const chineseNumber = '(?:\\d{1,3}|[一二三四五六七八九十百〇零]{1,5})';
/** 元月 is January. */
const month = `(?:${chineseNumber}|元)`;
const datePattern = new RegExp(
  `(${yearDigits}{4})年(${month})月(?:(${chineseNumber})日)?|(?<!\\d)(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})(?![.\\d])`,
  'g',
);
const meetingPattern = new RegExp(
  `(?<=^|[^\\u4e00-\\u9fff]|在|日|告|府)([\\u4e00-\\u9fff]{1,24}?)第?(${chineseNumber})届(?:(?:全国)?人民代表大会|人大|(?:居民|选民|社区|群众|党员|议事|代表){1,3}(?:大会|会议))(?:常务委员会)?(?:第?(${chineseNumber})次(?:全体)?(?:代表)?(?:会议|大会)?)?`,
);
/** What a title glued to the meeting leaves before its host: none of it is part of a place's name. */
const beforeHost = /^.*(?:日在|日|在|报告|讲话|大会上|会议上|会上|大会|会议|代表|政府|工作)/;
const office =
  '(?:代理|代|副)?(?:镇长|乡长|苏木达|主任|市长|县长|区长|州长|旗长|盟长|省长|主席|专员|总理)(?:提名人选|候选人)?';
const personName = '[\\u4e00-\\u9fff]{2,4}|[\\u4e00-\\u9fff]{1,6}(?:·[\\u4e00-\\u9fff]{1,8})+';
const bylinePattern = new RegExp(`^(.*?)(${office})(?:\\([^()]{2,8}\\))?[:?]?(${personName})$`);
/** First characters of the common family names: a name without an office must begin with one. */
const familyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封裘储奚糜乌巴弓隗宓蓬郗班仰伊暴厉戎宿邰鄂索籍赖蔺屠胥苍闻莘贡劳逄扶宰郦雍濮寿扈燕冀郏浦茹习宦容戈庾暨衡匡阙殳沃蔚隆晁勾融訾阚那毋鞠丰巢蒯荆竺权逯盖桓原郅晋呼门赫皇操但亓修海花芮羿汲靖强';

/** A date of the text as ISO, “2019-04-29” or “2019-04”; null if it is no possible date. */
export function isoDate(year: string, monthName: string, day: string | undefined): string | null {
  const y = parseYear(year);
  const m = monthName === '元' ? 1 : parseChineseInteger(monthName);
  const d = day === undefined ? null : parseChineseInteger(day);
  if (y === null || m === null || m < 1 || m > 12) return null;
  const monthPart = `${y}-${String(m).padStart(2, '0')}`;
  if (d === null) return monthPart;
  return d < 1 || d > 31 ? null : `${monthPart}-${String(d).padStart(2, '0')}`;
}

/** All dates of a stretch of the view, offsets counted from `from`. */
export function findDates(text: string, from = 0): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(datePattern)) {
    const [year = '', monthName = '', day] =
      match[1] === undefined ? match.slice(4) : match.slice(1);
    const value = isoDate(year, monthName, day);
    if (value !== null) {
      found.push({ value, start: from + match.index, end: from + match.index + match[0].length });
    }
  }
  return found;
}

/** “各位代表”, “各位居民代表、同志们”, and where no congress hears the report “各位委员”, “同志们:”. */
const salutation =
  /各位(?:[\u4e00-\u9fff]{2}代表|代表|委员|成员|领导)|(?<![\u4e00-\u9fff、])同志们(?=[:,、!])/;
const salutationHere = new RegExp(salutation.source, 'y');

/** Where the salutation closes the head; the head is at most 400 characters. */
export function headEnd(text: string): number {
  const at = text.slice(0, 400).search(salutation);
  return at < 0 ? Math.min(120, text.length) : at;
}

/** The end of a salutation that stands at `at`; `at` if none does. */
export function salutationEndAt(text: string, at: number): number {
  salutationHere.lastIndex = at;
  return at + (salutationHere.exec(text)?.[0].length ?? 0);
}

/**
 * Reads “2019年4月29日在皇华镇第十九届人民代表大会第五次会议上皇华镇人民政府镇长张雷各位代表”, in any of its
 * usual orders. What is not there stays null: no name is made out of other words.
 */
export function readMeetingLine(text: string): MeetingLine {
  const end = headEnd(text);
  const head = text.slice(0, end);
  const saluted = salutationEndAt(text, end) > end;
  const match = meetingPattern.exec(head);
  const dates = findDates(head);
  if (match === null) {
    const deliveredOn = dates.find((date) => date.start < 40 && saluted) ?? null;
    const behind = strip(head, deliveredOn?.end ?? 0, head.length);
    const ahead = strip(head, 0, deliveredOn?.start ?? 0);
    const byline = saluted
      ? (parseByline(behind, false) ?? parseByline(ahead, false) ?? reporterOf(head))
      : null;
    return { ...nothing, ...byline, deliveredOn };
  }
  const host = (match[1] ?? '').replace(beforeHost, '');
  const namesPlace = host.length >= 2 && !/^(?:全|我|本)/.test(host);
  const start = match.index + (match[1] ?? '').length - host.length;
  const matchEnd = match.index + match[0].length;
  return {
    ...nothing,
    ...(saluted ? readByline(head, start, matchEnd) : {}),
    deliveredOn:
      dates.findLast((date) => date.end <= start) ??
      dates.find((date) => date.start >= matchEnd) ??
      null,
    meeting: { value: text.slice(start, matchEnd), start, end: matchEnd },
    congressTerm: parseChineseInteger(match[2] ?? ''),
    sessionNumber: match[3] === undefined ? null : parseChineseInteger(match[3]),
    host: namesPlace ? { value: host, start, end: start + host.length } : null,
  };
}

const nothing: MeetingLine = {
  meeting: null,
  congressTerm: null,
  sessionNumber: null,
  host: null,
  deliveredOn: null,
  speaker: null,
  speakerTitle: null,
  officeOf: null,
};

type Byline = Pick<MeetingLine, 'speaker' | 'speakerTitle' | 'officeOf'>;

/** The name stands after the meeting, or in front of the date. */
function readByline(head: string, meetingStart: number, meetingEnd: number): Byline {
  const after = strip(head, meetingEnd, head.length);
  const before = strip(head, 0, meetingStart);
  return parseByline(after, true) ?? parseByline(before, false) ?? reporterOf(head) ?? noByline;
}

/** “报告人:蒲国清” on a line of its own, between those of time and place. */
function reporterOf(head: string): Byline | null {
  const match = /报告人:([\u4e00-\u9fff·]{2,20})(?=$|[(:,]|\d)/.exec(head);
  if (match === null) return null;
  const end = match.index + match[0].length;
  const value = match[1] ?? '';
  return parseByline({ value, start: end - value.length, end }, true);
}

const noByline: Byline = { speaker: null, speakerTitle: null, officeOf: null };

/** Takes dates, brackets, dashes and 上 off both ends of a stretch of the head. */
function strip(head: string, from: number, to: number): Found<string> {
  let start = from;
  let end = to;
  const lead =
    /^(?:会议)?上|^[—–\-:,、()《》"“”]+|^报告人:?|^政府工作报告|^的(?:政府)?(?:工作)?报告/;
  const tail = new RegExp(
    `(?:\\((?:女|男|[\u4e00-\u9fff]{1,4}族|,)+\\)|${yearDigits}{4}年${month}月(?:${chineseNumber}日)?|在|[—–\\-:,、()《》"“”!]+|同志)$`,
  );
  for (;;) {
    const stretch = head.slice(start, end);
    const first = lead.exec(stretch)?.[0].length ?? 0;
    const last = tail.exec(stretch)?.[0].length ?? 0;
    if (first === 0 && last === 0) return { value: stretch, start, end };
    start += first;
    end = Math.max(start, end - last);
  }
}

/** The place whose office it is, in the words before the office; they may go on from a title. */
function officePlace(words: string, from: number): Found<string> | null {
  const match =
    /([\u4e00-\u9fff]{2,16}(?:镇|乡|苏木|街道|县|市|区|州|旗|省))(?:人民政府|政府|办事处)?$/.exec(
      words,
    );
  if (match === null) return null;
  const value = (match[1] ?? '').replace(beforeHost, '');
  const end = from + match.index + (match[1] ?? '').length;
  if (value.length < 2 || value === '街道' || value === '苏木') return null;
  return { value, start: end - value.length, end };
}

function parseByline(stretch: Found<string>, nameAlone: boolean): Byline | null {
  const { value, start, end } = stretch;
  const match = bylinePattern.exec(value);
  if (match !== null) {
    const [, prefix = '', title = ''] = match;
    const name = match[3] ?? '';
    const nameStart = end - name.length;
    const titleStart = start + prefix.length;
    return {
      speaker: { value: name, start: nameStart, end },
      speakerTitle: { value: title, start: titleStart, end: titleStart + title.length },
      officeOf: officePlace(prefix, start),
    };
  }
  if (!nameAlone || !new RegExp(`^(?:${personName})$`).test(value)) return null;
  if (!familyNames.includes(value[0] ?? '') || /[镇乡市县区届会报告长]$/.test(value)) return null;
  return { speaker: stretch, speakerTitle: null, officeOf: null };
}
