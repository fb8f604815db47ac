/** What a file is, told from its first bytes; the extension of its name is never believed. */
export type FileShape =
  | { kind: 'text' }
  | { kind: 'html' }
  | { kind: 'zip' }
  | { kind: 'ole' }
  | { kind: 'pdf' }
  | { kind: 'image' }
  | { kind: 'binary' }
  /** `what` is the usual extension: “rar”. */
  | { kind: 'archive'; what: string }
  /** `what` is a Chinese noun phrase: “数据库文件”. */
  | { kind: 'unsupported'; what: string };

interface Signature {
  bytes: readonly number[];
  at?: number;
  shape: FileShape;
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const unsupported = (what: string): FileShape => ({ kind: 'unsupported', what });
const archive = (what: string): FileShape => ({ kind: 'archive', what });
const image: FileShape = { kind: 'image' };
const binary: FileShape = { kind: 'binary' };

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], shape: { kind: 'zip' } },
  { bytes: [0x50, 0x4b, 0x05, 0x06], shape: { kind: 'zip' } },
  { bytes: [0x50, 0x4b, 0x07, 0x08], shape: { kind: 'zip' } },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], shape: { kind: 'ole' } },
  { bytes: ascii('{\\rtf'), shape: unsupported('RTF 文件') },
  { bytes: [0x89, ...ascii('PNG')], shape: image },
  { bytes: [0xff, 0xd8, 0xff], shape: image },
  { bytes: ascii('GIF8'), shape: image },
  { bytes: [...ascii('II'), 0x2a, 0x00], shape: image },
  { bytes: [...ascii('MM'), 0x00, 0x2a], shape: image },
  { bytes: ascii('WEBP'), at: 8, shape: image },
  { bytes: ascii('ftyphei'), at: 4, shape: image },
  { bytes: ascii('AT&TFORM'), shape: image },
  { bytes: ascii('Rar!'), shape: archive('rar') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], shape: archive('7z') },
  { bytes: [0x1f, 0x8b, 0x08], shape: archive('gz') },
  { bytes: ascii('BZh'), shape: archive('bz2') },
  { bytes: [0xfd, ...ascii('7zXZ')], shape: archive('xz') },
  { bytes: ascii('ustar'), at: 257, shape: archive('tar') },
  { bytes: [...ascii('Founder CEB')], shape: unsupported('方正 CEB 文件') },
  { bytes: ascii('SQLite format 3'), shape: unsupported('数据库文件') },
  { bytes: [...ascii('L'), 0, 0, 0, 1, 0x14, 2, 0], shape: unsupported('快捷方式') },
  { bytes: [0x7f, ...ascii('ELF')], shape: binary },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], shape: binary },
  { bytes: ascii('ftyp'), at: 4, shape: binary },
  { bytes: ascii('OggS'), shape: binary },
  { bytes: ascii('ID3'), shape: binary },
];

export function sniff(bytes: Uint8Array): FileShape {
  for (const { bytes: signature, at = 0, shape } of SIGNATURES) {
    if (signature.every((byte, index) => bytes[at + index] === byte)) return shape;
  }
  // “MZ” and “BM” alone could begin a text: they need the zero bytes of a real header.
  const nulInHeader = bytes.subarray(0, 64).includes(0);
  if (nulInHeader && startsWith(bytes, 'MZ')) return binary;
  if (nulInHeader && startsWith(bytes, 'BM')) return image;
  // Readers accept the mark anywhere in the first kilobyte, after mail headers for instance.
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'pdf' };
  return shapeOfMarkup(bytes);
}

function shapeOfMarkup(bytes: Uint8Array): FileShape {
  // UTF-16 shows as ASCII once its zero bytes are gone; Han characters do not matter here.
  const start = latin(bytes.subarray(0, 8192))
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '');
  if (/^MIME-Version:|^From: .*\r?\nSubject:/i.test(start) && /multipart\/related/i.test(start)) {
    return unsupported('网页归档文件（mht）');
  }
  if (/<(?:!doctype\s+html|html|body)[\s>]/i.test(start)) return { kind: 'html' };
  if (/^<\?xml|^<!DOCTYPE/i.test(start)) return unsupported('XML 文件');
  if (/^<svg[\s>]/i.test(start)) return image;
  // A fragment copied from a page: it begins with a tag and more tags follow.
  const tags = start.match(
    /<\/?(?:p|div|span|h[1-6]|br|table|tr|td|ul|ol|li|a|b|strong|script|meta|title|article|section|img|font|center)(?:\s[^<>]*)?\/?>/gi,
  );
  const begins = /^<[a-z!]/i.test(start);
  if (tags && (tags.length >= 6 || (begins && tags.length >= 1))) return { kind: 'html' };
  return { kind: 'text' };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return ascii(text).every((byte, index) => bytes[index] === byte);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
