import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import type { Nature } from './figuresView.ts';

/** One report saying different things of one figure: “4651余户” and “4651户”. */
export interface Conflict {
  documentId: string;
  rowName: string;
  nature: Nature;
  readings: IndicatorReading[];
}

/**
 * Readings of one cell and period that do not agree: other amounts under the same name, or the same
 * amount now exact and now about. Which of them holds is the person's to say.
 */
export function conflictsIn({ rows }: FigureComparison): Conflict[] {
  return rows.flatMap(({ name, comparable, unit, cells }) =>
    cells.flatMap(({ documentId, ...cell }) =>
      (['actual', 'target'] as const).flatMap((nature) => {
        const stated = cell[nature].filter(
          ({ normalizedUnit, normalizedValue, rank }) =>
            comparable && normalizedUnit === unit && normalizedValue !== null && rank === null,
        );
        const alike = [
          ...Map.groupBy(stated, (one) => `${one.name}|${one.period}`).values(),
          ...Map.groupBy(stated, (one) => `${one.normalizedValue}|${one.period}`).values(),
        ].filter((readings) => new Set(readings.map(saying)).size > 1);
        const each = new Map(alike.map((readings) => [readings.map(placeOf).join(), readings]));
        return [...each.values()].map((readings) => ({
          documentId,
          rowName: name,
          nature,
          readings,
        }));
      }),
    ),
  );
}

function placeOf({ start, name }: IndicatorReading): string {
  return `${start} ${name}`;
}

function saying({ normalizedValue, upperValue, precision }: IndicatorReading): string {
  return [normalizedValue, upperValue, precision].join('|');
}
