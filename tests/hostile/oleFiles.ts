import { readFileSync } from 'node:fs';
import { ole } from './containers.ts';
import type { HostileFile, Read, Refused } from './file.ts';
import { PARAGRAPHS, TITLE } from './report.ts';
import { noise } from './textFiles.ts';

const REPORT_DOC = () =>
  Uint8Array.from(readFileSync(new URL('../fixtures/files/报告.doc', import.meta.url)));
const fixture = (name: string) => () =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url)));
const file = (name: string, bytes: () => Uint8Array, expected: Read | Refused): HostileFile => ({
  name,
  bytes,
  expected,
});
const damaged: Refused = { code: 'damaged-document', says: '读不出文字' };
const whole: Read = { has: [TITLE, ...PARAGRAPHS], format: 'doc', notices: ['old-word-format'] };

/** The head of a Word document: version and flags. */
function head(version: number, flags: number): Uint8Array {
  const fib = Buffer.alloc(1024);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(version, 2);
  fib.writeUInt16LE(flags, 10);
  return fib;
}

function overwritten(at: number, length: number): Uint8Array {
  const bytes = REPORT_DOC();
  bytes.set(noise(length), at);
  return bytes;
}

/** The chain of the directory leads back to itself. */
function circular(): Uint8Array {
  const bytes = Buffer.from(ole({ WordDocument: head(0xc1, 0) }));
  const table = bytes.readUInt32LE(76);
  const directory = bytes.readUInt32LE(48);
  bytes.writeUInt32LE(directory, (table + 1) * 512 + directory * 4);
  return bytes;
}

export const OLE_FILES: readonly HostileFile[] = [
  file('旧文档_普通.doc', REPORT_DOC, whole),
  file('旧文档_伪装.docx', REPORT_DOC, whole),
  file('旧文档_伪装.txt', REPORT_DOC, whole),
  file(
    '旧文档_加密.docx',
    () => ole({ EncryptionInfo: noise(900), EncryptedPackage: noise(5000) }),
    {
      code: 'encrypted-document',
      says: '取消密码',
    },
  ),
  file('旧文档_加密.doc', () => ole({ WordDocument: head(0xc1, 0x0100), '1Table': noise(900) }), {
    code: 'encrypted-document',
    says: '取消密码',
  }),
  file('旧文档_word6.doc', () => ole({ WordDocument: head(0x65, 0) }), {
    code: 'unsupported-format',
    says: 'Word 97 以前',
  }),
  file('文字.wps', () => ole({ WordDocument: head(0xc1, 0), '1Table': noise(900) }), {
    code: 'wps-format',
    says: '另存为',
  }),
  file('旧文字.wps', () => ole({ MatOST: noise(900), CONTENTS: noise(900) }), {
    code: 'wps-format',
    says: '用 WPS 打开',
  }),
  file('旧表格.xls', () => ole({ Workbook: noise(900) }), {
    code: 'unsupported-format',
    says: '电子表格',
  }),
  file('旧演示.doc', () => ole({ 'PowerPoint Document': noise(900) }), {
    code: 'unsupported-format',
    says: '演示文稿',
  }),
  file('旧文档_截半.doc', () => REPORT_DOC().subarray(0, 6000), damaged),
  file('旧文档_只有头.doc', () => REPORT_DOC().subarray(0, 512), damaged),
  file(
    '旧文档_目录噪声.doc',
    () => Buffer.concat([REPORT_DOC().subarray(0, 512), noise(9000)]),
    damaged,
  ),
  file('旧文档_目录成环.doc', circular, damaged),
  file(
    '旧文档_正文头噪声.doc',
    () =>
      ole({
        WordDocument: Buffer.concat([head(0xc1, 0).subarray(0, 12), noise(2000)]),
        '1Table': noise(900),
        '0Table': noise(900),
      }),
    damaged,
  ),
  file('旧文档_头部噪声.doc', () => overwritten(24, 200), damaged),
  file('富文本.doc', fixture('报告.rtf'), { code: 'unsupported-format', says: 'RTF' }),
  file('开放文档.odt', fixture('报告.odt'), { code: 'unsupported-format', says: 'ODF' }),
  ...(
    [
      ['图片.png', '89504e470d0a1a0a'],
      ['照片.jpg', 'ffd8ffe000104a46'],
      ['扫描.tif', '49492a0008000000'],
      ['动图.gif', '474946383961'],
      ['扫描件.docx', 'ffd8ffe000104a46'],
    ] as const
  ).map(([name, magic]) =>
    file(name, () => Buffer.concat([Buffer.from(magic, 'hex'), noise(400)]), {
      code: 'scanned-document',
      says: '不含文字识别',
    }),
  ),
  ...(
    [
      ['压缩.rar', '526172211a0700', 'rar'],
      ['压缩.7z', '377abcaf271c', '7z'],
      ['压缩.gz', '1f8b0800', 'gz'],
      ['资料.db', Buffer.from('SQLite format 3\0').toString('hex'), '数据库'],
    ] as const
  ).map(([name, magic, says]) =>
    file(name, () => Buffer.concat([Buffer.from(magic, 'hex'), noise(400)]), {
      code: name === '资料.db' ? 'unsupported-format' : 'archive-file',
      says,
    }),
  ),
];
