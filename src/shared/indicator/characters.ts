/** Kinds of characters the reading of numbers asks for, as bits that one look-up tells together. */
export const trait = {
  digit: 1,
  latin: 2,
  /** 余, 多 and 几 beside a number: more than it says. */
  more: 4,
  hyphen: 8,
  /** The signs that may stand for minus. */
  minus: 16,
  /** In front of a number these make it part of a name or an order: 第3, 1+N. */
  naming: 32,
  /** 一 to 十 and 两. */
  chineseDigit: 64,
  power: 128,
  /** How every precision word in front of a number ends: 约, 超过, 不少于了. */
  endsPrecision: 256,
  /** Without one of these no words state a period. */
  dated: 512,
  /** Punctuation that ends a clause, but no sentence. */
  joinsClauses: 1024,
  /** How a magnitude begins: 万, 个亿. */
  magnitude: 2048,
  /** Beside one of these a pair of characters is no part of a name. */
  numeral: 4096,
  /** How what may be taken out of a name begins or ends: “, (, 完成, 实现. */
  aside: 8192,
  /** What a number may begin with. */
  opensNumber: 16384,
  /** Between the digits of one number: 12,500 and 1万2千. */
  groupsDigits: 32768,
} as const;

const characters: Readonly<Record<keyof typeof trait, string>> = {
  digit: '0123456789',
  latin: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  more: '余多几',
  hyphen: '-—',
  minus: '-−－',
  naming: '第+.:/》',
  chineseDigit: '一二两三四五六七八九十',
  power: '亿万千百十',
  endsPrecision: '约近过破越于足少超逾了',
  dated: '年月五',
  joinsClauses: ',;:',
  magnitude: '亿万千百十个',
  numeral: '〇零一二三四五六七八九十百千万几余多数“”',
  aside: '“”(成现',
  opensNumber: '0123456789一二两三四五六七八九十百千',
  groupsDigits: ',亿万千',
};

const traits = new Uint16Array(0x10000);
for (const [name, members] of Object.entries(characters)) {
  for (const member of members) {
    const code = member.charCodeAt(0);
    traits[code] = (traits[code] as number) | trait[name as keyof typeof trait];
  }
}

/** Whether the character at `at` is of one of the kinds `wanted`; false outside the text. */
export function isAt(text: string, at: number, wanted: number): boolean {
  if (at < 0 || at >= text.length) return false;
  return ((traits[text.charCodeAt(at)] as number) & wanted) !== 0;
}

export function isDigit(text: string, at: number): boolean {
  return isAt(text, at, trait.digit);
}
