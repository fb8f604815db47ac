import type { Extraction, ReadOptions, ReadOutcome } from './extraction.ts';
import { IngestError, ingestFailure } from './failures.ts';
import { readHtml } from './html.ts';
import { LARGEST_TEXT_BYTES, megabytes } from './limits.ts';
import { checkSize } from './openSource.ts';
import { readPlainText } from './plainText.ts';
import { sanitise } from './sanitise.ts';
import { sniff } from './sniff.ts';

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
    if (error instanceof IngestError) {
      return { ok: false, failure: ingestFailure(error.code, name, error.detail) };
    }
    return { ok: false, failure: ingestFailure('damaged-document', name) };
  }
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
    case 'unsupported':
      throw new IngestError('unsupported-format', shape.what);
    default:
      throw new IngestError('unsupported-format', name);
  }
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
