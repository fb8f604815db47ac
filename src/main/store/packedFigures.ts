import type { IndicatorReading } from '../../shared/indicator/reading.ts';
import type { NewReport, PackedFigures, ReportFindings } from './libraryStore.ts';

type Figures = ReportFindings['figures'];

/**
 * Readings as a table: the keys that all of them have once, then a row of values for each, behind which
 * stands what only this one has. As objects the keys take six tenths of the room.
 */
interface FigureTable {
  columns: string[];
  rows: unknown[][];
  unsure: Figures['unsure'];
}

/** The figures of a report as they stand in the file: JSON. */
export function packFigures({ readings, unsure }: Figures): PackedFigures {
  const columns = commonKeys(readings);
  const common = new Set(columns);
  const rows = readings.map((reading) => {
    const values = reading as unknown as Record<string, unknown>;
    const row: unknown[] = [];
    for (const key of columns) row.push(values[key]);
    const keys = Object.keys(values);
    if (keys.length > columns.length) {
      const own = keys.filter((key) => !common.has(key));
      row.push(Object.fromEntries(own.map((key) => [key, values[key]])));
    }
    return row;
  });
  return { packed: JSON.stringify({ columns, rows, unsure } satisfies FigureTable) };
}

function commonKeys(readings: readonly object[]): string[] {
  let common = Object.keys(readings[0] ?? {});
  for (const reading of readings) {
    const keys = Object.keys(reading);
    // Nearly every reading has the keys of the one before it, in their order.
    if (common.some((key, at) => keys[at] !== key)) {
      common = common.filter((key) => Object.hasOwn(reading, key));
    }
  }
  return common;
}

/** What the column is to hold, wherever the figures come from. */
export function figuresColumn(figures: NewReport['findings']['figures']): string {
  return ('packed' in figures ? figures : packFigures(figures)).packed;
}

/** The other way; figures stored before there were tables are read too. */
export function unpackFigures({ packed }: PackedFigures): Figures {
  const stored = JSON.parse(packed) as FigureTable | Figures;
  if ('readings' in stored) return stored;
  const { columns, rows, unsure } = stored;
  const readings = rows.map((row) => {
    const reading: Record<string, unknown> = {};
    columns.forEach((key, at) => {
      reading[key] = row[at];
    });
    if (row.length > columns.length) Object.assign(reading, row[columns.length]);
    return reading as unknown as IndicatorReading;
  });
  return { readings, unsure };
}
