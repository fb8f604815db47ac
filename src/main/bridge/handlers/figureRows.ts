import type {
  DerivedRow,
  FigureRow,
  FigureScope,
} from '../../../shared/contract/schemas/figures.ts';
import { type DerivedFigure, deriveFigures } from '../../../shared/indicator/derive.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import { type TabulatedDocument, tabulate } from '../../../shared/indicator/table.ts';
import type { IndicatorVocabulary } from '../../../shared/indicator/vocabulary.ts';
import type { StoredReport } from '../../store/libraryStore.ts';

export function toTabulated({ head, findings }: StoredReport): TabulatedDocument {
  const { figures, analysis } = findings;
  return { documentId: head.id, readings: figures.readings, metadata: analysis.metadata };
}

/**
 * Results and targets of one indicator in one row. Each scope is tabulated by itself: the tax of a firm
 * never stands in the town's row.
 */
export function rowsOf(
  reports: readonly StoredReport[],
  vocabulary: IndicatorVocabulary,
  scopes: readonly FigureScope[],
): FigureRow[] {
  const documents = reports.map(toTabulated);
  const rows = new Map<string, FigureRow>();
  for (const scope of scopes) {
    for (const half of tabulate(documents, vocabulary, { scopes: [scope] }).rows) {
      const { key, name, definition, unit, topic, comparable, note } = half;
      const id = [scope, key ?? name, unit].join('|');
      const row = rows.get(id) ?? {
        id,
        key,
        name,
        definition,
        unit,
        topic,
        scope,
        comparable,
        note,
        cells: documents.map(({ documentId }) => ({ documentId, actual: [], target: [] })),
      };
      rows.set(id, row);
      row.comparable &&= comparable;
      row.note ??= note;
      for (const [at, cell] of row.cells.entries()) {
        cell[half.nature] = half.cells[at]?.readings ?? [];
      }
    }
  }
  return [...rows.values()];
}

/** What follows from the stated figures, each under the row it was worked out from. */
export function derivedRowsOf(
  reports: readonly StoredReport[],
  rows: readonly FigureRow[],
): DerivedRow[] {
  const places = placesOf(rows);
  const derived = new Map<string, DerivedRow>();
  for (const [at, report] of reports.entries()) {
    const { text, findings, head } = report;
    const earlier = reports.find((other) => isYearBefore(other, report));
    const figures = deriveFigures(
      text,
      findings.figures.readings,
      earlier?.findings.figures.readings,
    );
    for (const figure of figures) {
      const base = baseOf(figure);
      const under = base && places.get(placeKey(head.id, base));
      if (!base || !under || (base.nature !== 'actual' && base.nature !== 'target')) continue;
      const id = [under.id, figure.kind, figure.unit].join('|');
      const row = derived.get(id) ?? {
        id,
        under: under.id,
        kind: figure.kind,
        name: nameOf(figure, under),
        unit: figure.unit,
        cells: reports.map((each) => ({ documentId: each.head.id, figures: [] })),
      };
      derived.set(id, row);
      row.cells[at]?.figures.push({
        nature: base.nature,
        value: figure.value,
        formula: figure.formula,
        inputs: figure.inputs.map(({ start, end }) => ({ start, end })),
      });
    }
  }
  return [...derived.values()];
}

/** The input whose row the figure belongs to: the count of a unit cost, the part of a share. */
function baseOf({ kind, inputs }: DerivedFigure): IndicatorReading | undefined {
  return kind === 'last-year' || kind === 'completion' ? inputs[0] : inputs[1];
}

function nameOf({ kind, name, unit, inputs }: DerivedFigure, under: FigureRow): string {
  switch (kind) {
    case 'last-year':
      return `${under.name}上年值`;
    case 'unit-cost':
      return `每${unit.replace(/^元\//u, '')}投入`;
    case 'completion':
      return `${under.name}目标完成率`;
    case 'share':
      return `占${inputs[0]?.name ?? ''}比重`;
    case 'difference':
      return name.replace('·', '');
  }
}

function placesOf(rows: readonly FigureRow[]): Map<string, FigureRow> {
  const places = new Map<string, FigureRow>();
  for (const row of rows) {
    for (const { documentId, actual, target } of row.cells) {
      for (const reading of [...actual, ...target]) places.set(placeKey(documentId, reading), row);
    }
  }
  return places;
}

function placeKey(documentId: string, { start, name, nature }: IndicatorReading): string {
  return [documentId, start, name, nature].join('|');
}

/** The same town's report whose plan is for the year the other looks back on. */
function isYearBefore(other: StoredReport, report: StoredReport): boolean {
  const before = other.findings.analysis.metadata;
  const { actualLocality, county, reviewYear } = report.findings.analysis.metadata;
  return (
    reviewYear !== null &&
    before.planYear === reviewYear &&
    before.actualLocality === actualLocality &&
    before.county === county
  );
}
