/** One cell: a number stays a number. */
export type SheetValue = string | number | null;

export interface Sheet {
  /** Shown on its tab; at most 31 characters. */
  name: string;
  heads: string[];
  /** In characters of half width, one a column. */
  widths: number[];
  rows: SheetValue[][];
}

/** What a spreadsheet would take for a formula or a command when it is opened or pasted on. */
const FORMULA_LIKE = /^[=+\-@\t\r＝＋－＠]/u;

/** Text that begins like a formula gets an apostrophe before it; it shows what it is and computes nothing. */
export function defuse(text: string): string {
  return FORMULA_LIKE.test(text) ? `'${text}` : text;
}

/** A workbook of one or more sheets, the head of each in bold and kept in sight. */
export async function renderXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ name, heads, widths, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [
        heads.map((head) => ({ value: head, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map(toCell)),
      ],
    })),
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer();
}

function toCell(value: SheetValue) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' as const };
  return {
    value: defuse(value),
    type: String,
    wrap: value.length > 24,
    alignVertical: 'top' as const,
  };
}

/** RFC 4180 with a byte-order mark, without which Excel and WPS read UTF-8 as GBK. */
export function renderCsv({ heads, rows }: Sheet): Uint8Array {
  const lines = [heads, ...rows].map((row) => row.map(toField).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function toField(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = defuse(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
