import type { BriefPart, IndicatorCell, IndicatorRow, PartOf } from './brief.ts';
import { escapeHtml, remarksHtml } from './render.ts';

const mostColumnsUpright = 5;

/** Whether the table has more towns than fit a page that is not on its side. */
export function isWide(part: BriefPart): boolean {
  return part.part === 'indicators' && part.columns.length > mostColumnsUpright;
}

/** Figures down, towns across; the head row is repeated on every page the table runs over. */
export function renderIndicators(part: PartOf<'indicators'>): string {
  if (part.groups.length === 0) return '<p class="remark">所选报告未见可列的指标。</p>\n';
  const head = part.columns.map(({ town }) => `<th scope="col">${escapeHtml(town)}</th>`).join('');
  const groups = part.groups.map(
    ({ label, rows }) => `<tbody>
<tr class="group"><th scope="rowgroup" colspan="${part.columns.length + 1}">${escapeHtml(label)}</th></tr>
${rows.map(renderRow).join('\n')}
</tbody>`,
  );
  return `<table class="indicator-table">
<thead><tr><th scope="col">指标</th>${head}</tr></thead>
${groups.join('\n')}
</table>
${remarksHtml(part.remarks)}`;
}

function renderRow({ name, unit, cells }: IndicatorRow): string {
  const unitHtml = unit === null ? '' : `<span class="unit-of">（${escapeHtml(unit)}）</span>`;
  return `<tr><th scope="row">${escapeHtml(name)}${unitHtml}</th>${cells.map(renderCell).join('')}</tr>`;
}

function renderCell({ state, text, details, doubtful }: IndicatorCell): string {
  const words =
    state === 'derived' ? `<span class="derived">推算</span>${escapeHtml(text)}` : escapeHtml(text);
  const doubt = doubtful ? '<span class="doubtful">待核</span>' : '';
  const detailHtml = details
    .map((detail) => `<span class="detail">${escapeHtml(detail)}</span>`)
    .join('');
  return `<td class="${state}">${words}${doubt}${detailHtml}</td>`;
}
