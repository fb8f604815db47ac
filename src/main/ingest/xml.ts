import { SaxesParser, type SaxesTagNS } from 'saxes';
import { IngestError } from './failures.ts';
import { DEEPEST_NESTING } from './limits.ts';

export type { SaxesTagNS } from 'saxes';

export interface XmlHandler {
  open(tag: SaxesTagNS): void;
  close?(tag: SaxesTagNS): void;
  text?(text: string): void;
}

const CHUNK = 64 * 1024;

/**
 * Goes once through an XML part. A document type is refused: it is the door for outside files and for entities
 * that multiply, and no office format has one. Entities other than the five of XML are errors.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new IngestError('unsafe-document', '带有外部文件声明');
  });
  parser.on('error', () => {
    throw new IngestError('damaged-document', '内部结构有误');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST_NESTING) throw new IngestError('unsafe-document', '内部层层嵌套过深');
    handler.open(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(tag);
  });
  const { text } = handler;
  if (text) {
    parser.on('text', (part) => text(part));
    parser.on('cdata', (part) => text(part));
  }
  const source = decodeXml(bytes);
  for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.close();
}

/** Value of an attribute by its local name, whatever its prefix. */
export function attribute(tag: SaxesTagNS, local: string): string | undefined {
  for (const { local: name, value } of Object.values(tag.attributes)) {
    if (name === local) return value;
  }
  return undefined;
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}
