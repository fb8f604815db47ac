import type { DiscardedText, Edge, RawDocument } from './report.ts';

export interface Bundle {
  documents: RawDocument[];
  discarded: DiscardedText[];
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Splits a bundle file: before each document a line that is exactly “-”, then its title line, its
 * body in one line, and the ISO date of retrieval. Whatever stands outside that pattern (the
 * site's “- 联系我们” at the end) goes to `discarded` and into no text. A body equals its line of the
 * file character for character.
 *
 * Returns null if the text is no bundle: the first line that is not blank is not “-”, or no document
 * with a body follows.
 */
export function splitBundle(fileText: string): Bundle | null {
  const lines = fileText.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || lines[first] !== '-') return null;
  const documents: RawDocument[] = [];
  const before = lines.slice(0, first);
  const after: string[][] = [];
  let block: string[] = [];
  const close = () => {
    const { document, rest } = readBlock(block);
    if (document !== null) documents.push(document);
    const last = documents.length - 1;
    if (last < 0) before.push(...rest);
    else after[last] = [...(after[last] ?? []), ...rest];
  };
  for (const line of lines.slice(first + 1)) {
    if (line === '-') {
      close();
      block = [];
    } else {
      block.push(line);
    }
  }
  close();
  if (documents.length === 0) return null;
  return {
    documents,
    discarded: [
      ...leftover(before, 0, 'before'),
      ...after.flatMap((rest, document) => leftover(rest, document, 'after')),
    ],
  };
}

function leftover(lines: readonly string[], document: number, edge: Edge): DiscardedText[] {
  const text = lines.join('\n').trim();
  return text === '' ? [] : [{ text, reason: '网站残留', beside: { document, edge } }];
}

/** A body may have kept its line breaks: it then runs to the last line that is a date. */
function readBlock(block: string[]): { document: RawDocument | null; rest: string[] } {
  const titleAt = block.findIndex((line) => line.trim() !== '');
  if (titleAt < 0) return { document: null, rest: [] };
  const dateAt = block.findLastIndex((line) => isoDate.test(line.trim()));
  const bodyEnd = dateAt > titleAt ? dateAt : block.length;
  const text = block.slice(titleAt + 1, bodyEnd).join('\n');
  if (text.trim() === '') return { document: null, rest: block };
  return {
    document: {
      titleLine: block[titleAt] ?? null,
      text,
      retrievedOn: dateAt > titleAt ? (block[dateAt]?.trim() ?? null) : null,
    },
    rest: dateAt > titleAt ? block.slice(dateAt + 1) : [],
  };
}
