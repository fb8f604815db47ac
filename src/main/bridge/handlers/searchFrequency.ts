import type { SearchNarrowing } from '../../../shared/contract/routes/search.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import type { FrequencyTable } from '../../../shared/search/frequency.ts';
import { renderCsv, type Sheet } from '../../export/spreadsheet.ts';
import type { HandlerContext } from '../context.ts';
import { writeExport } from './writeExport.ts';

export async function exportFrequency(
  context: HandlerContext,
  request: SearchNarrowing,
): Promise<Output<'search.exportFrequency'>> {
  const table = await context.search.tabulate(request);
  const path = await context.host.chooseFileToSave({ name: '词频', extension: 'csv' });
  if (path === null) return { fileName: null };
  const fileName = await writeExport(path, renderCsv(toSheet(table)));
  return { fileName };
}

/** Towns as rows, years as columns. An empty cell is a year without a report of the town, which is not 0. */
function toSheet({ years, towns, cells, total }: FrequencyTable): Sheet {
  const sum = (row: FrequencyTable['cells'][number]) =>
    row.reduce((whole, cell) => whole + (cell?.count ?? 0), 0);
  const ofYear = (at: number) => sum(cells.map((row) => row[at] ?? null));
  return {
    name: '词频',
    heads: ['地区', ...years.map((year) => (year === null ? '年份不明' : `${year}年`)), '合计'],
    widths: [24, ...years.map(() => 10), 10],
    rows: [
      ...towns.map((town, at) => {
        const row = cells[at] ?? [];
        return [town ?? '地区不明', ...row.map((cell) => cell?.count ?? null), sum(row)];
      }),
      ['合计', ...years.map((_, at) => ofYear(at)), total],
    ],
  };
}
