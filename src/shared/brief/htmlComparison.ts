import type { PartOf } from './brief.ts';
import { renderExcerpt } from './htmlExcerpt.ts';
import { escapeHtml, type Render, remarksHtml } from './render.ts';

/** The reports side by side, a row a topic, with the towns' names repeated on every page. */
export function renderComparison(part: PartOf<'comparison'>, id: string, render: Render): string {
  const head = part.columns
    .map(({ town, yearLabel }) => `<th scope="col">${escapeHtml(`${town}${yearLabel}`)}</th>`)
    .join('');
  const rows = part.rows.map((row, index) => {
    const cells = row.cells.map(({ tally: { total, listed }, excerpts }) => {
      const words = total === 0 && excerpts.length === 0 ? '未见' : `共${total}处，列${listed}处`;
      const passages = excerpts.map((excerpt) => renderExcerpt(excerpt, render)).join('');
      return `<td><p class="tally">${words}</p>\n${passages}</td>`;
    });
    return `<tr class="topic"><th scope="rowgroup" colspan="${part.columns.length}">${render.headingHtml(`${id}-${index + 1}`)}</th></tr>
<tr>${cells.join('\n')}</tr>`;
  });
  return `<table class="comparison-table">
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${remarksHtml(part.remarks)}`;
}
