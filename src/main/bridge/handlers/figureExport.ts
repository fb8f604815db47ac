import { basename } from 'node:path';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { FigureComparison } from '../../../shared/contract/schemas/figures.ts';
import { renderCsv, renderXlsx } from '../../export/spreadsheet.ts';
import { writeFileSafely } from '../../export/writeFile.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { type ComparedReport, comparisonSheet, readingsSheet } from './figureSheets.ts';
import { compareFigures } from './figures.ts';
import { summarise } from './summary.ts';

export async function exportFigures(
  context: HandlerContext,
  input: Parsed<'indicators.export'>,
): Promise<Output<'indicators.export'>> {
  const { reports, ...figures } = await compareFigures(context, input);
  const comparison = atLeast(figures, input.atLeast);
  const path = await context.host.chooseFileToSave({
    name: '指标对照表',
    extension: input.format,
  });
  if (path === null) return { fileName: null };
  const compared = reports.map(toCompared);
  const table = comparisonSheet(comparison, compared);
  const bytes =
    input.format === 'csv'
      ? renderCsv(table)
      : await renderXlsx([table, readingsSheet(comparison, compared)]);
  const written = await writeFileSafely(path, bytes);
  if (!written.ok) throw new RequestFailure(written.failure.code, written.failure.message);
  return { fileName: basename(path) };
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

function toCompared({ head, text }: StoredReport): ComparedReport {
  const { town, title, metadata } = summarise(head);
  return {
    name: town ?? title,
    years: { actual: metadata.reviewYear, target: metadata.planYear },
    text,
  };
}
