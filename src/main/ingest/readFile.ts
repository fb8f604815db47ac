import { readOle } from './doc.ts';
import { readDocx } from './docx.ts';
import type { Extraction, ReadOptions, ReadOutcome } from './extraction.ts';
import { IngestError, ingestFailure } from './failures.ts';
import { readHtml } from './html.ts';
import { LARGEST_TEXT_BYTES, megabytes, READER_MEMORY_MEGABYTES } from './limits.ts';
import { readOfd } from './ofd.ts';
import { checkSize } from './openSource.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plainText.ts';
import { sanitise } from './sanitise.ts';
import { sniff } from './sniff.ts';
import { openPackage, type Package } from './zip.ts';

export type { DocumentFormat, Extraction, ReadOptions, ReadOutcome } from './extraction.ts';

/**
 * Reads one file of any format, told by its content. Never throws; a file that cannot be read is an outcome.
 *
 * Nothing in here bounds time or memory: untrusted files are read through readInWorker.
 */
export async function readDocumentFile(
  input: { name: string; bytes: Uint8Array },
  options: ReadOptions = {},
): Promise<ReadOutcome> {
  const { name, bytes } = input;
  try {
    if (bytes.length === 0) throw new IngestError('empty-file');
    checkSize(bytes.length);
    return { ok: true, ...finish(await extract(name, bytes, options)) };
  } catch (error) {
    const { code, detail } = reasonOf(error);
    return { ok: false, failure: ingestFailure(code, name, detail) };
  }
}

function reasonOf(error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  // What the engine throws for a string or a buffer that is too large to be had.
  const tooLarge = error instanceof RangeError && !error.message.includes('call stack');
  return tooLarge
    ? new IngestError('memory-limit', `${READER_MEMORY_MEGABYTES} MB`)
    : new IngestError('damaged-document');
}

async function extract(name: string, bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  const shape = sniff(bytes);
  switch (shape.kind) {
    case 'text':
      return readPlainText(bytes, options);
    case 'html':
      return readHtml(bytes, options);
    case 'image':
      throw new IngestError('scanned-document', '是图片，没有可取的文字');
    case 'binary':
      throw new IngestError('binary-file');
    case 'archive':
      throw new IngestError('archive-file', shape.what);
    case 'unsupported':
      throw new IngestError('unsupported-format', shape.what);
    case 'pdf':
      return readPdf(bytes);
    case 'ole':
      return readOle(name, bytes);
    case 'zip':
      return readZip(bytes);
  }
}

async function readZip(bytes: Uint8Array): Promise<Extraction> {
  const parts = await openPackage(bytes);
  if (parts.has('OFD.xml')) return readOfd(parts);
  if (parts.names.some((name) => name.startsWith('word/'))) return readDocx(parts);
  if (parts.names.length === 0) throw new IngestError('no-body', '是空的压缩包，里面没有文件');
  const program = programOf(parts);
  if (program) throw new IngestError('unsupported-format', program);
  throw new IngestError('archive-file', 'zip');
}

/** Other office files that are packages too. */
function programOf(parts: Package): string | undefined {
  if (parts.names.some((name) => name.startsWith('xl/'))) return '电子表格（xlsx）';
  if (parts.names.some((name) => name.startsWith('ppt/'))) return '演示文稿（pptx）';
  if (parts.has('content.xml')) return ' ODF 文档（odt 等）';
  return undefined;
}

/** The text as it is stored: cleaned, not empty, within the limit. */
function finish(extraction: Extraction): Extraction {
  const { text, notices } = sanitise(extraction.text);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new IngestError('no-body', '里没有正文（只有空白或符号）');
  if (Buffer.byteLength(text) > LARGEST_TEXT_BYTES) {
    throw new IngestError('too-large', `文字超过 ${megabytes(LARGEST_TEXT_BYTES)} 的上限`);
  }
  const same = extraction.extracted === extraction.text;
  const extracted = same ? text : sanitise(extraction.extracted).text;
  return { ...extraction, text, extracted, notices: [...extraction.notices, ...notices] };
}
