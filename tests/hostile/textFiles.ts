import { encodeGbk, encodeUtf8, encodeUtf16be, encodeUtf16le, withMark } from './encodings.ts';
import type { HostileFile, Read, Refused } from './file.ts';
import { REPORT } from './report.ts';

const FIRST = '2020年云溪镇政府工作报告';
const LAST = '为建设富裕、文明、宜居的新云溪而努力奋斗！';
const FIGURE = '地方财政收入10544.4万元';
const whole = { has: [FIRST, FIGURE, LAST] };
const GBK_REPORT = () => encodeGbk(REPORT);
const concat = (...parts: Uint8Array[]) => Buffer.concat(parts);
const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const file = (name: string, bytes: () => Uint8Array, expected: Read | Refused): HostileFile => ({
  name,
  bytes,
  expected,
});

/** Every encoding, whole, short and cut. */
const ENCODINGS: HostileFile[] = [
  file('utf8.txt', () => encodeUtf8(REPORT), { ...whole, encoding: 'utf-8' }),
  file('utf8带标记.txt', () => withMark([0xef, 0xbb, 0xbf], encodeUtf8(REPORT)), {
    ...whole,
    encoding: 'utf-8-bom',
  }),
  file('gbk.txt', GBK_REPORT, { ...whole, encoding: 'gb18030' }),
  file('utf16le带标记.txt', () => withMark([0xff, 0xfe], encodeUtf16le(REPORT)), {
    ...whole,
    encoding: 'utf-16le',
  }),
  file('utf16be带标记.txt', () => withMark([0xfe, 0xff], encodeUtf16be(REPORT)), {
    ...whole,
    encoding: 'utf-16be',
  }),
  file('utf16le无标记.txt', () => encodeUtf16le(REPORT), { ...whole, encoding: 'utf-16le' }),
  file('utf16be无标记.txt', () => encodeUtf16be(REPORT), { ...whole, encoding: 'utf-16be' }),
  file('gbk四字.txt', () => encodeGbk('云溪镇报'), { has: ['云溪镇报'], encoding: 'gb18030' }),
  file('gbk五字.txt', () => encodeGbk('河岔口改厕'), { has: ['河岔口改厕'], encoding: 'gb18030' }),
  file('gbk似utf8.txt', () => hex('d2bb d0a9 d7a8 d2b5'), {
    has: ['一些专业'],
    encoding: 'gb18030',
  }),
  file('utf8两字.txt', () => encodeUtf8('测试'), { has: ['测试'], encoding: 'utf-8' }),
  file('utf16四字.txt', () => encodeUtf16le('云溪镇报'), {
    has: ['云溪镇报'],
    encoding: 'utf-16le',
  }),
  file('gb18030四字节.txt', () => concat(hex('8139ee39'), encodeGbk('镇政府工作报告')), {
    has: ['㐀镇政府工作报告'],
    encoding: 'gb18030',
  }),
  file('英文.txt', () => encodeUtf8('Bush hid the facts'), { has: ['Bush hid the facts'] }),
  file('只有数字.txt', () => encodeUtf8('2019-04-29'), { has: ['2019-04-29'] }),
  file('繁体.txt', () => encodeUtf8('各位代表：現在我代表鎮人民政府向大會報告工作，請予審議。'), {
    has: ['各位代表：現在我代表鎮人民政府向大會報告工作，請予審議。'],
  }),
  file('繁体gbk.txt', () => encodeGbk('各位代表：現在我代表鎮人民政府向大會報告工作，請予審議。'), {
    has: ['各位代表：現在我代表鎮人民政府向大會報告工作，請予審議。'],
    encoding: 'gb18030',
  }),
  ...[1, 2].map((cut) =>
    file(`utf8末尾缺${cut}字节.txt`, () => encodeUtf8(REPORT).subarray(0, -cut), {
      has: [FIRST, FIGURE],
      notices: ['truncated-end'],
    }),
  ),
  file('gbk末尾缺1字节.txt', () => GBK_REPORT().subarray(0, -1), {
    has: [FIRST, FIGURE],
    notices: ['truncated-end'],
  }),
  file(
    'utf16末尾缺1字节.txt',
    () => withMark([0xff, 0xfe], encodeUtf16le(REPORT)).subarray(0, -1),
    {
      has: [FIRST, FIGURE],
      notices: ['truncated-end'],
    },
  ),
  file('utf8中间坏一字节.txt', () => concat(encodeUtf8(REPORT), hex('ff'), encodeUtf8(REPORT)), {
    has: [FIRST, LAST],
    notices: ['damaged-characters'],
  }),
  file(
    'gbk中间坏一字节.txt',
    () => concat(encodeGbk(REPORT), hex('ff'), encodeGbk(`\n${REPORT}`)),
    {
      has: [FIRST, LAST],
      notices: ['damaged-characters'],
      encoding: 'gb18030',
    },
  ),
];

/** Line ends, widths, odd characters, sizes. */
const CHARACTERS: HostileFile[] = [
  file('只有回车.txt', () => encodeUtf8(REPORT.replaceAll('\n', '\r')), {
    has: [`${FIRST}\n各位代表：`],
    hasNot: ['\r'],
  }),
  file('回车换行.txt', () => encodeUtf8(REPORT.replaceAll('\n', '\r\n')), {
    has: [`${FIRST}\n各位代表：`],
    hasNot: ['\r'],
  }),
  file('行分隔符.txt', () => encodeUtf8(REPORT.replaceAll('\n', '\u2028')), {
    has: [`${FIRST}\n各位代表：`],
  }),
  file('含空字符.txt', () => encodeUtf8(REPORT.replace('10544', '105\u000044')), {
    has: [FIGURE],
    notices: ['control-characters'],
  }),
  file('含响铃退格.txt', () => encodeUtf8(`${REPORT}\u0007\u0008\u001b[31m红字`), {
    has: [FIRST],
    hasNot: ['\u0007', '\u0008', '\u001b'],
    notices: ['control-characters'],
  }),
  file('倒序控制符.txt', () => encodeUtf8(REPORT.replace('万元', '\u202e万元\u202c')), {
    has: [FIGURE],
    hasNot: ['\u202e', '\u202c'],
    notices: ['bidi-controls'],
  }),
  file('隔离控制符.txt', () => encodeUtf8(REPORT.replace('万元', '\u2066万\u2069元')), {
    has: [FIGURE],
    notices: ['bidi-controls'],
  }),
  file('零宽空格.txt', () => encodeUtf8(REPORT.replace('10544', '10\u200b544')), {
    has: [FIGURE],
    notices: ['invisible-characters'],
  }),
  file('中间有标记.txt', () => encodeUtf8(REPORT.replace('10544', '10\ufeff544')), {
    has: [FIGURE],
    notices: ['invisible-characters'],
  }),
  file('孤立代理项.txt', () => concat(hex('fffe'), encodeUtf16le(REPORT), hex('00d8 0a00')), {
    has: [FIRST, LAST],
    notices: ['damaged-characters'],
  }),
  file('生僻字.txt', () => encodeUtf8(`${REPORT}\n𬭼村、𪨰村、㙦头村`), {
    has: ['𬭼村、𪨰村、㙦头村'],
    notices: ['rare-characters'],
  }),
  file('自造字.txt', () => encodeUtf8(`${REPORT}\n\ue863家村`), {
    has: ['\ue863家村'],
    notices: ['private-use-characters'],
  }),
  file('表情符号.txt', () => encodeUtf8(`${REPORT}\n👍👨‍👩‍👧‍👦`), { has: ['👍'] }),
  file('组合字符.txt', () => encodeUtf8(`${REPORT}\n${'e\u0301'.repeat(2000)}`), { has: [LAST] }),
  file('堆叠字符.txt', () => encodeUtf8(`${REPORT}\nz${'\u0335'.repeat(50_000)}`), { has: [LAST] }),
  file('全角.txt', () => encodeUtf8('２０１９年云溪镇政府工作报告　各位代表：'), {
    has: ['２０１９年云溪镇政府工作报告　各位代表：'],
  }),
  file('一行六十万字.txt', () => encodeUtf8(REPORT.replaceAll('\n', '').repeat(450)), {
    has: [FIGURE],
  }),
  file('十万空行.txt', () => encodeUtf8(`${'\n'.repeat(100_000)}${REPORT}`), { has: [FIRST] }),
  file('公式开头.txt', () => encodeUtf8(`=cmd|' /C calc'!A0\n${REPORT}`), { has: ["=cmd|'"] }),
  file('像标签的文字.txt', () => encodeUtf8(`${REPORT}\n<镇长>张三</镇长>`), {
    has: ['<镇长>张三</镇长>'],
    format: 'txt',
  }),
  file('五十兆.txt', () => encodeUtf8(REPORT.repeat(14_000)), { has: [FIRST], format: 'txt' }),
  file('六十一兆.txt', () => new Uint8Array(61 * 1024 * 1024).fill(0x61), {
    code: 'too-large',
    says: '上限为 60 MB',
  }),
  file('gbk展开过大.txt', () => Buffer.alloc(58 * 1024 * 1024, Buffer.from(encodeGbk('政府'))), {
    code: 'too-large',
    says: '文字超过 50 MB 的上限',
  }),
];

/** Nothing to read, or nothing that is text. */
const REFUSED: HostileFile[] = [
  file('空.txt', () => hex(''), { code: 'empty-file', says: '空文件' }),
  file('只有标记.txt', () => hex('efbbbf'), { code: 'no-body', says: '没有正文' }),
  file('只有空白.txt', () => encodeUtf8(' \n\u3000\t\n'), { code: 'no-body', says: '没有正文' }),
  file('只有符号.txt', () => encodeUtf8('----……。。。'), { code: 'no-body', says: '没有正文' }),
  file('只有零宽.txt', () => encodeUtf8('\u200b\u200b\ufeff'), {
    code: 'no-body',
    says: '没有正文',
  }),
  file('全零.txt', () => new Uint8Array(100_000), { code: 'binary-file', says: '不是文字文件' }),
  file('随机.txt', () => noise(50_000), { code: 'binary-file', says: '不是文字文件' }),
  file('程序.txt', () => concat(encodeUtf8('MZ'), new Uint8Array(200)), {
    code: 'binary-file',
    says: '不是文字文件',
  }),
  file('程序.docx', () => concat(hex('7f454c46'), noise(400)), {
    code: 'binary-file',
    says: '不是文字文件',
  }),
  file('锟斤拷.txt', () => encodeUtf8(`政府工作报告${'锟斤拷'.repeat(30)}`), {
    code: 'suspected-mojibake',
    says: '锟斤拷',
  }),
  file('锟斤拷gbk.txt', () => concat(encodeGbk('政府工作报告'), hex('efbfbd'.repeat(20))), {
    code: 'suspected-mojibake',
    says: '锟斤拷',
  }),
  file('被当gbk存过.txt', () => encodeUtf8(new TextDecoder('gb18030').decode(encodeUtf8(REPORT))), {
    code: 'suspected-mojibake',
    says: '另存为 UTF-8',
  }),
  file('被当西文存过.txt', () => encodeUtf8(new TextDecoder('latin1').decode(encodeGbk(REPORT))), {
    code: 'suspected-mojibake',
    says: '乱码',
  }),
  file(
    'utf8被当西文存过.txt',
    () => encodeUtf8(new TextDecoder('latin1').decode(encodeUtf8(REPORT))),
    {
      code: 'suspected-mojibake',
      says: '乱码',
    },
  ),
  file('烫烫烫.txt', () => encodeUtf8(`报告${'烫烫烫'.repeat(20)}`), {
    code: 'suspected-mojibake',
    says: '烫烫烫',
  }),
  file(
    '替换符.txt',
    () => encodeUtf8(`政府\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd报告\ufffd`.repeat(10)),
    {
      code: 'unknown-encoding',
      says: '另存为 UTF-8',
    },
  ),
  file(
    '大五码.txt',
    () => hex('ac46 a9b2 a475 a740 b3f8 a769 a155 a5fe c2ed a15d b8ea b54c b27b'),
    {
      code: 'unknown-encoding',
      says: '编码认不出来',
    },
  ),
  file('个别乱码.txt', () => encodeUtf8(REPORT.replace('各项事业', '锟斤拷')), {
    has: [FIRST, LAST],
    notices: ['mojibake-passages'],
  }),
];

/** The same noise every time. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 20190429;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

export const TEXT_FILES: readonly HostileFile[] = [...ENCODINGS, ...CHARACTERS, ...REFUSED];
