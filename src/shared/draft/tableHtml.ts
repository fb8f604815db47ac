import type { BriefFonts } from '../brief/fonts.ts';
import { escapeHtml } from '../brief/render.ts';
import { paperStylesheet } from '../comparison/paperStyles.ts';
import { pageHtml } from './pageHtml.ts';
import type { PaperTable } from './table.ts';

/** A table as one HTML document to be printed on its side, its head repeated on every page. */
export function renderTableHtml({ title, note, heads, rows }: PaperTable): string {
  const cells = (row: readonly string[]) =>
    row.map((words) => `<td>${escapeHtml(words)}</td>`).join('');
  return pageHtml(
    title,
    `<main>
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(note)}</p></header>
<table>
<thead><tr>${heads.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>\n`).join('')}</tbody></table>
</main>`,
  );
}

/** The page of a comparison, with lines all round for writing in and the columns in their widths. */
export function tableStylesheet(
  { heads }: PaperTable,
  fonts: BriefFonts,
  fontFaces: string,
): string {
  const whole = heads.reduce((sum, { width }) => sum + width, 0);
  const columns = heads.map(
    ({ width }, at) =>
      `thead th:nth-child(${at + 1}) { width: ${((100 * width) / whole).toFixed(2)}%; }`,
  );
  return `${paperStylesheet(fonts, fontFaces)}
${columns.join('\n')}
th, td { border: 0.5pt solid #000; }
tbody tr { break-inside: avoid; height: 14mm; }
td { text-align: left; white-space: pre-wrap; }
`;
}
