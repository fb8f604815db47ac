import type { DerivedRow } from '../../../../shared/contract/schemas/figures.ts';
import type { Nature } from './figuresView.ts';
import { number } from './figureWords.ts';

/** What was worked out and never stated: marked 推算, with the formula under it. */
export function DerivedCells({ row, natures }: { row: DerivedRow; natures: readonly Nature[] }) {
  return row.cells.map(({ documentId, figures }) =>
    natures.map((nature) => {
      const shown = figures.filter((figure) => figure.nature === nature);
      const place = nature === natures[0] ? 'figures-cell figures-first' : 'figures-cell';
      if (shown.length === 0) {
        return (
          <td key={`${documentId}-${nature}`} className={`${place} figures-blank`}>
            <span>不推算</span>
          </td>
        );
      }
      return (
        <td key={`${documentId}-${nature}`} className={place}>
          {shown.map(({ value, formula }) => (
            <span key={formula} className="derived-figure" title={formula}>
              <span className="derived-value num">
                <span className="derived-mark">推算</span> {number(value)}
              </span>
              <span className="figure-notes">{formula.split('=')[0]?.trim()}</span>
            </span>
          ))}
        </td>
      );
    }),
  );
}
