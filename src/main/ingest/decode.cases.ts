/** Byte sequences of text files and what must be read from them. Written out as bytes: Node encodes no GBK. */

export interface DecodeCase {
  name: string;
  /** Hexadecimal. */
  bytes: string;
  text: string;
  encoding: string;
  notices?: string[];
}

export const DECODE_CASES: readonly DecodeCase[] = [
  {
    name: 'four characters of GBK (昌城镇的)',
    bytes: 'b2fd b3c7 d5f2 b5c4',
    text: '昌城镇的',
    encoding: 'gb18030',
  },
  {
    name: 'GBK whose bytes are valid UTF-8 (一些 as Cyrillic otherwise)',
    bytes: 'd2bb d0a9 d7a8 d2b5',
    text: '一些专业',
    encoding: 'gb18030',
  },
  {
    name: 'GB18030 with a four-byte character (㐀镇)',
    bytes: '8139 ee39 d5f2 d5fe b8ae b9a4 d7f7',
    text: '㐀镇政府工作',
    encoding: 'gb18030',
  },
  {
    name: 'two characters of UTF-8 (测试)',
    bytes: 'e6b58b e8af95',
    text: '测试',
    encoding: 'utf-8',
  },
  {
    name: 'UTF-8 with a byte order mark',
    bytes: 'efbbbf e694bf e5ba9c',
    text: '政府',
    encoding: 'utf-8-bom',
  },
  {
    name: 'UTF-16 little-endian with a mark',
    bytes: 'fffe 3f65 9c5e',
    text: '政府',
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16 big-endian with a mark',
    bytes: 'feff 653f 5e9c',
    text: '政府',
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16 little-endian without a mark',
    bytes: '3f65 9c5e e55d 5c4f a562 4a54',
    text: '政府工作报告',
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16 big-endian without a mark',
    bytes: '653f 5e9c 5de5 4f5c 62a5 544a',
    text: '政府工作报告',
    encoding: 'utf-16be',
  },
  {
    name: 'plain ASCII',
    bytes: '32303139 2d30342d 3239',
    text: '2019-04-29',
    encoding: 'utf-8',
  },
  {
    name: 'UTF-8 cut inside its last character',
    bytes: 'e694bf e5ba9c e5b7',
    text: '政府',
    encoding: 'utf-8',
    notices: ['truncated-end'],
  },
  {
    name: 'GBK cut inside its last character',
    bytes: 'd5fe b8ae b9a4 d7f7 b1a8 b8',
    text: '政府工作报',
    encoding: 'gb18030',
    notices: ['truncated-end'],
  },
  {
    name: 'NUL and a right-to-left override inside text',
    bytes: 'e694bf00 e280ae e5ba9c e5b7a5 e4bd9c e68aa5 e5918a',
    text: '政府工作报告',
    encoding: 'utf-8',
    notices: ['control-characters', 'bidi-controls'],
  },
  {
    name: 'a private-use character, kept',
    bytes: 'e694bf ee8080 e5ba9c',
    text: '政\ue000府',
    encoding: 'utf-8',
    notices: ['private-use-characters'],
  },
  {
    name: 'a rare ideograph beyond the first plane, kept',
    bytes: 'f0acadbc e69d91',
    text: '𬭼村',
    encoding: 'utf-8',
    notices: ['rare-characters'],
  },
  {
    name: 'a lone surrogate in UTF-16',
    bytes: 'fffe 3f65 00d8 9c5e',
    text: '政\ufffd府',
    encoding: 'utf-16le',
    notices: ['damaged-characters'],
  },
  {
    name: 'carriage returns alone as line ends',
    bytes: 'e694bf 0d e5ba9c 0d0a e5b7a5',
    text: '政\n府\n工',
    encoding: 'utf-8',
  },
];

export const REFUSED_CASES: readonly { name: string; bytes: string; code: string }[] = [
  { name: 'no bytes', bytes: '', code: 'empty-file' },
  { name: 'zero bytes only', bytes: '00'.repeat(64), code: 'binary-file' },
  { name: 'noise', bytes: '8001fe00ff03d80091'.repeat(20), code: 'binary-file' },
  {
    name: 'replacement characters stored as GBK (锟斤拷)',
    bytes: 'd5fe b8ae efbfbd efbfbd efbfbd efbfbd b9a4 d7f7',
    code: 'suspected-mojibake',
  },
  {
    name: 'UTF-8 once read as GBK and stored as UTF-8 (鏀垮簻宸ヤ綔)',
    bytes: Buffer.from('鏀垮簻宸ヤ綔鎶ュ憡锛屽悇浣嶄唬琛細').toString('hex'),
    code: 'suspected-mojibake',
  },
  {
    name: 'GBK once read as Latin-1 and stored as UTF-8 (Õþ¸®¹¤×÷)',
    bytes: Buffer.from('Õþ¸®¹¤×÷±¨¸æ£¬¸÷Î»´ú±í').toString('hex'),
    code: 'suspected-mojibake',
  },
];
