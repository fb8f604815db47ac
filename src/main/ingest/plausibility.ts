/**
 * How much a decoded string looks like written Chinese. Decides between encodings, and tells text
 * from noise and from text that was once read in the wrong encoding.
 */

/** The Han characters that make up four fifths of government work reports (counted in the sample library). */
const FREQUENT =
  '业建化新的全产展市实发工设区一和进大动作力推生高成企项人提地政村中等目创农国加开年合务个强持城会为制造体以重家升保资社行现在能民上镇入好完改级心经基理代平技点质引万三服增治环商深集标施水要是济园面坚用品元机落主优海不通出有部学效府量管抓打育乡投公支省办程度文境领山防续位科安方范转群场做规定善准立招对术域到路活过时色综特共快式营党四决型头态同了二台居示流步系总策导果委利研才整干模各事道外划众源法结专精向长突供多关信放五物线培第表处小批我内条更污障分教积严任下性革自户统种达美战格解联养与聚控口先东组件求应核得及层稳题际意习接期风权明构土备健运本配带次议员收河校金情调率争智链护问院十围思兴攻断协装交所县沟取网清监绿代表大会报告各位';

const WEIGHT_FREQUENT = 4;
const WEIGHT_COMMON = 2;
const WEIGHT_RARE_HAN = -2;
const WEIGHT_PUNCTUATION = 3;
const WEIGHT_ASCII = 1;
const WEIGHT_FOREIGN = -4;
const WEIGHT_IMPOSSIBLE = -12;

let weights: Int8Array | undefined;
let commonHan: Set<string> | undefined;

/** GB2312 level 1, the 3,755 characters of everyday use: its code points are what its bytes decode to. */
function listCommonHan(): Set<string> {
  if (commonHan) return commonHan;
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead += 1) {
    const last = lead === 0xd7 ? 0xf9 : 0xfe;
    for (let trail = 0xa1; trail <= last; trail += 1) bytes.push(lead, trail);
  }
  commonHan = new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
  return commonHan;
}

function buildWeights(): Int8Array {
  const table = new Int8Array(65536).fill(WEIGHT_FOREIGN);
  const fill = (from: number, to: number, weight: number) => table.fill(weight, from, to + 1);
  fill(0x00, 0x1f, WEIGHT_IMPOSSIBLE);
  fill(0x20, 0x7e, WEIGHT_ASCII);
  fill(0x7f, 0x9f, WEIGHT_IMPOSSIBLE);
  table[0xfeff] = 0;
  for (const character of '\t\n\r') table[character.charCodeAt(0)] = WEIGHT_ASCII;
  fill(0x2000, 0x206f, 0);
  fill(0x2010, 0x2027, WEIGHT_PUNCTUATION);
  fill(0x2030, 0x203b, WEIGHT_ASCII);
  fill(0x2150, 0x217f, WEIGHT_ASCII);
  fill(0x2460, 0x249b, WEIGHT_ASCII);
  fill(0x3000, 0x3017, WEIGHT_PUNCTUATION);
  fill(0x3400, 0x4dbf, WEIGHT_RARE_HAN);
  fill(0x4e00, 0x9fff, WEIGHT_RARE_HAN);
  fill(0xd800, 0xdfff, WEIGHT_RARE_HAN);
  fill(0xe000, 0xf8ff, WEIGHT_FOREIGN * 2);
  fill(0xff01, 0xff5e, WEIGHT_PUNCTUATION);
  fill(0xfff0, 0xffff, WEIGHT_IMPOSSIBLE);
  for (const character of '°±·×÷≤≥㎡％￥') table[character.charCodeAt(0)] = WEIGHT_ASCII;
  for (const character of listCommonHan()) table[character.charCodeAt(0)] = WEIGHT_COMMON;
  for (const character of FREQUENT) table[character.charCodeAt(0)] = WEIGHT_FREQUENT;
  return table;
}

/** Mean weight of the code units: about 2.5 for a report, below 0 for its bytes read in a wrong encoding. 0 for ''. */
export function scoreAsChinese(text: string): number {
  weights ??= buildWeights();
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += weights[text.charCodeAt(index)] ?? 0;
  return text.length === 0 ? 0 : sum / text.length;
}

/** Share of a text's Han characters that are in everyday use (traditional Chinese: about 0.6); 1 where it has none. */
export function shareOfCommonHan(text: string): number {
  const common = listCommonHan();
  let han = 0;
  let known = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x3400 || (code > 0x9fff && code < 0x20000)) continue;
    han += 1;
    if (common.has(character)) known += 1;
  }
  return han === 0 ? 1 : known / han;
}

/** True where a tenth of the code units are such as no text file holds: control and replacement characters. */
export function isNoise(text: string): boolean {
  let impossible = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd || unit < 9 || (unit > 13 && unit < 32) || (unit >= 0x7f && unit < 0xa0)) {
      impossible += 1;
    }
  }
  // A few strays in a short note are cleaned away and said so, not refused.
  return impossible >= 4 && impossible / text.length > 0.1;
}

/** What “，。、的一是在政府镇” and their like become when UTF-8 is read as GBK; all but unused otherwise. */
const UTF8_READ_AS_GBK = '銆锛鐨鏄鍦鏀搴寤璁鍙闀鐢绋缁鍥鍏骞鏉浣鎴鏈鎬';
/** UTF-8 or GBK read as Latin-1: “æ”¿åºœ”, “Õþ¸®”. The signs of Windows’ own Latin beyond U+00FF. */
const READ_AS_LATIN = 'ŒœŠšŸŽžƒˆ†‡•€™';
const RUINED = ['锟斤拷', '烫烫烫', '屯屯屯'];
const MOJIBAKE_SAMPLE = 400_000;

const FROM_GBK = 1;
const FROM_LATIN = 2;
let signs: Uint8Array | undefined;

function buildSigns(): Uint8Array {
  const table = new Uint8Array(65536);
  table.fill(FROM_LATIN, 0xa1, 0x100);
  for (const character of READ_AS_LATIN) table[character.charCodeAt(0)] = FROM_LATIN;
  for (const character of UTF8_READ_AS_GBK) table[character.charCodeAt(0)] = FROM_GBK;
  return table;
}

export interface Mojibake {
  /** Share of the text that is ruined, 0…1. */
  share: number;
  /** The first telling characters, as they stand: 锟斤拷. */
  example: string;
}

/** Signs that the text went through a wrong encoding before it was saved; undefined where there are none. */
export function findMojibake(text: string): Mojibake | undefined {
  if (text.length === 0) return undefined;
  const sample = text.slice(0, MOJIBAKE_SAMPLE);
  for (const ruined of RUINED) {
    const count = sample.split(ruined).length - 1;
    if (count > 0) return { share: (count * 3) / sample.length, example: ruined };
  }
  signs ??= buildSigns();
  const counts = [0, 0, 0];
  const first = ['', '', ''];
  for (let index = 0; index < sample.length; index += 1) {
    const sign = signs[sample.charCodeAt(index)] ?? 0;
    if (sign === 0) continue;
    counts[sign] = (counts[sign] ?? 0) + 1;
    if (first[sign] === '') first[sign] = sample.slice(index, index + 3);
  }
  const share = (sign: number) => (counts[sign] ?? 0) / sample.length;
  const many = (sign: number, least: number) => (counts[sign] ?? 0) >= least;
  // Every fourth character or so of a misread text is a sign; one alone is a rare name.
  if (many(FROM_GBK, 3) && share(FROM_GBK) > 0.01) {
    return { share: share(FROM_GBK) * 4, example: first[FROM_GBK] ?? '' };
  }
  if (many(FROM_LATIN, 6) && share(FROM_LATIN) > 0.3) {
    return { share: share(FROM_LATIN), example: first[FROM_LATIN] ?? '' };
  }
  return undefined;
}
