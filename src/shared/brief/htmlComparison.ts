import type { PartOf } from './brief.ts';
import { renderExcerpt } from './htmlExcerpt.ts';
import { escapeHtml, type Render } from './render.ts';

/** The reports side by side, one table a topic, with the towns' names repeated on every page. */
export function renderComparison(part: PartOf<'comparison'>, id: string, render: Render): string {
  const head = part.columns
    .map(({ town, yearLabel }) => `<th scope="col">${escapeHtml(`${town}${yearLabel}`)}</th>`)
    .join('');
  return part.rows
    .map((row, index) => {
      const cells = row.cells.map(({ tally, excerpts }) => {
        const { total, listed } = tally;
        const words = total === 0 && excerpts.length === 0 ? '未见' : `共${total}处，列${listed}处`;
        const passages = excerpts.map((excerpt) => renderExcerpt(excerpt, render)).join('');
        return `<td><p class="tally">${words}</p>\n${passages}</td>`;
      });
      return `${render.headingHtml(`${id}-${index + 1}`)}<table class="comparison-table columns-${part.columns.length}">
<thead><tr>${head}</tr></thead>
<tbody><tr>${cells.join('\n')}</tr></tbody>
</table>
`;
    })
    .join('');
}
