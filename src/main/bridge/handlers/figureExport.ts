import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { FigureComparison } from '../../../shared/contract/schemas/figures.ts';
import { renderCsv, renderXlsx } from '../../export/spreadsheet.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { type ComparedReport, comparisonSheet, readingsSheet } from './figureSheets.ts';
import { compareFigures } from './figures.ts';
import { summarise } from './summary.ts';
import { writeExport } from './writeExport.ts';

export async function exportFigures(
  context: HandlerContext,
  input: Parsed<'indicators.export'>,
): Promise<Output<'indicators.export'>> {
  const { reports, ...figures } = await compareFigures(context, input);
  const comparison = asShown(atLeast(figures, input.atLeast), input.rows);
  const path = await context.host.chooseFileToSave({
    name: '指标对照表',
    extension: input.format,
  });
  if (path === null) return { fileName: null };
  const compared = reports.map(toCompared);
  const table = comparisonSheet(comparison, compared, input);
  const bytes =
    input.format === 'csv'
      ? renderCsv(table)
      : await renderXlsx([table, readingsSheet(comparison, compared, input)]);
  return { fileName: await writeExport(path, bytes) };
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export async function savePicture(
  { host }: HandlerContext,
  { name, png }: Parsed<'indicators.savePicture'>,
): Promise<Output<'indicators.savePicture'>> {
  const bytes = Buffer.from(png, 'base64');
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) {
    throw new RequestFailure('no-picture', '图没有画成，没有写出文件。请重试。');
  }
  // 工业用地/盘活土地面积 would name a folder.
  const path = await host.chooseFileToSave({
    name: name.replaceAll(/[\\/:*?"<>|]/gu, '、'),
    extension: 'png',
  });
  return { fileName: path === null ? null : await writeExport(path, bytes) };
}

/** Only rows that so many reports state, and what was worked out from them. */
function atLeast(figures: FigureComparison, least: number): FigureComparison {
  const rows = figures.rows.filter(
    ({ cells }) =>
      cells.filter(({ actual, target }) => actual.length + target.length > 0).length >= least,
  );
  const kept = new Set(rows.map(({ id }) => id));
  return { ...figures, rows, derived: figures.derived.filter(({ under }) => kept.has(under)) };
}

/** The rows in the order in which the window shows them, where it says so. */
function asShown(
  figures: FigureComparison,
  shown: readonly string[] | undefined,
): FigureComparison {
  if (shown === undefined) return figures;
  const places = new Map(shown.map((id, at) => [id, at]));
  return {
    ...figures,
    rows: figures.rows
      .filter(({ id }) => places.has(id))
      .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
    derived: figures.derived.filter(({ id }) => places.has(id)),
  };
}

function toCompared({ head, text }: StoredReport): ComparedReport {
  const { town, title, metadata } = summarise(head);
  return {
    name: town ?? title,
    years: { actual: metadata.reviewYear, target: metadata.planYear },
    text,
  };
}
