import WordExtractor from 'word-extractor';
import type { Notice } from '../../shared/report/report.ts';
import type { Extraction } from './extraction.ts';
import { IngestError } from './failures.ts';
import { readOleDirectory } from './ole.ts';
import { scoreAsChinese, shareOfCommonHan } from './plausibility.ts';

/** Flags of the FIB, the head of a Word 97–2003 document (MS-DOC 2.5.2). */
const FIB_VERSION_AT = 2;
const FIB_FLAGS_AT = 10;
const FLAG_ENCRYPTED = 0x0100;
const OLDEST_VERSION = 0xc1;

/**
 * The text of an OLE file: a Word 97–2003 document. Encrypted docx files, wps files and other Office documents share
 * the container and are told apart here.
 */
export async function readOle(name: string, bytes: Uint8Array): Promise<Extraction> {
  const streams = readOleDirectory(bytes);
  if (!streams) throw new IngestError('damaged-document', '文件目录读不出');
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) {
    throw new IngestError('encrypted-document');
  }
  if (/\.(?:wps|wpt)$/i.test(name) || streams.has('MatOST') || streams.has('CONTENTS')) {
    throw new IngestError('wps-format');
  }
  const word = streams.get('WordDocument');
  if (!word) throw new IngestError('unsupported-format', whatElse(streams));
  checkHead(word.start);
  return extract(bytes);
}

function whatElse(streams: ReadonlyMap<string, unknown>): string {
  if (streams.has('Workbook') || streams.has('Book')) return '电子表格（xls）';
  if (streams.has('PowerPoint Document')) return '演示文稿（ppt）';
  if (streams.has('__properties_version1.0')) return '邮件（msg）';
  return '其他程序的文件';
}

function checkHead(start: Uint8Array): void {
  if (start.length < 12) throw new IngestError('damaged-document', '正文缺失');
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (view.getUint16(FIB_VERSION_AT, true) < OLDEST_VERSION) {
    throw new IngestError('unsupported-format', ' Word 97 以前的旧文档');
  }
  if (view.getUint16(FIB_FLAGS_AT, true) & FLAG_ENCRYPTED) {
    throw new IngestError('encrypted-document');
  }
}

async function extract(bytes: Uint8Array): Promise<Extraction> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let body: string;
  let rest: string[];
  let annotations: string;
  try {
    const document = await new WordExtractor().extract(buffer);
    const asWritten = { filterUnicode: false };
    body = document.getBody(asWritten);
    const boxes = document.getTextboxes({ ...asWritten, includeHeadersAndFooters: false });
    rest = [boxes, document.getFootnotes(asWritten), document.getEndnotes(asWritten)];
    annotations = document.getAnnotations(asWritten);
  } catch {
    throw new IngestError('damaged-document', '正文结构有误');
  }
  const lines = [body, ...rest].flatMap((part) => part.split(/[\r\n]+/));
  const text = lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
  if (text === '') throw new IngestError('no-body', '里没有文字');
  // A damaged table of pieces gives text that is none.
  const sample = text.slice(0, 20_000);
  if (scoreAsChinese(sample) < 0 && shareOfCommonHan(sample) < 0.5) {
    throw new IngestError('damaged-document', '取出的文字不成句');
  }
  const notices: Notice[] = [
    { code: 'old-word-format', message: '旧格式（doc）已尽量取出文字，请对照原文件核对' },
  ];
  if (annotations.trim() !== '') {
    notices.push({ code: 'comments-dropped', message: '文档中的批注没有读入' });
  }
  return { format: 'doc', encoding: null, text, extracted: text, discarded: [], notices };
}
