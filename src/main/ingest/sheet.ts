import { attribute, walkXml } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

/** Columns beyond this are not read: a table that was sent out has a dozen. */
const MOST_COLUMNS = 100;

/**
 * The first sheet of an xlsx file as rows of text, numbers as they stand in the file. A row that the
 * file leaves out is left out here too. Throws IngestError on damage, encryption and bombs.
 */
export async function readSheet(bytes: Uint8Array): Promise<string[][]> {
  const parts = await openPackage(bytes);
  const shared = await readShared(parts);
  const name = parts.names.filter((part) => /^xl\/worksheets\/[^/]+\.xml$/u.test(part)).sort()[0];
  const sheet = name === undefined ? undefined : await parts.read(name);
  if (sheet === undefined) return [];
  const rows: string[][] = [];
  let column = 0;
  let type = '';
  let value: string | null = null;
  walkXml(sheet, {
    open: (tag) => {
      if (tag.local === 'row') rows.push([]);
      if (tag.local === 'c') {
        column = columnOf(attribute(tag, 'r')) ?? rows.at(-1)?.length ?? 0;
        type = attribute(tag, 't') ?? '';
        value = '';
      }
      if (tag.local === 'v' || tag.local === 't') value = '';
    },
    text: (text) => {
      if (value !== null) value += text;
    },
    close: (tag) => {
      if (tag.local !== 'c') return;
      const row = rows.at(-1);
      const words = type === 's' ? (shared[Number(value)] ?? '') : (value ?? '');
      value = null;
      if (!row || column >= MOST_COLUMNS) return;
      while (row.length < column) row.push('');
      row[column] = words.trim();
    },
  });
  return rows;
}

async function readShared(parts: Package): Promise<string[]> {
  const bytes = await parts.read('xl/sharedStrings.xml');
  const strings: string[] = [];
  let words: string | null = null;
  if (bytes === undefined) return strings;
  walkXml(bytes, {
    open: (tag) => {
      if (tag.local === 'si') strings.push('');
      if (tag.local === 't') words = '';
    },
    text: (text) => {
      if (words !== null) words += text;
    },
    close: (tag) => {
      if (tag.local !== 't' || words === null) return;
      strings.push((strings.pop() ?? '') + words);
      words = null;
    },
  });
  return strings;
}

/** “C7” → 2 */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}
