import { number } from '../figureWords.ts';
import type { ChartEntry } from './chartEntries.ts';

/** The numbers of a chart as a table, folded away until asked for; each leads to its sentence. */
export function ChartNumbers({
  entries,
  unit,
  label,
  onChoose,
}: {
  entries: readonly ChartEntry[];
  unit: string;
  label: string;
  onChoose: (entry: ChartEntry) => void;
}) {
  return (
    <details className="chart-numbers">
      <summary>看数表</summary>
      <table aria-label={`${label}，数表`}>
        <thead>
          <tr>
            <th scope="col">报告</th>
            <th scope="col">{unit}</th>
            <th scope="col">增幅</th>
            <th scope="col">上年推算</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { documentId, name, words, growth, lastYear, reading } = entry;
            return (
              <tr key={documentId}>
                <th scope="row">
                  {reading === null ? (
                    name
                  ) : (
                    <button type="button" className="link-button" onClick={() => onChoose(entry)}>
                      {name}
                    </button>
                  )}
                </th>
                <td>{words}</td>
                <td>{growth === null ? '–' : `${growth > 0 ? '+' : ''}${number(growth)}%`}</td>
                <td>{lastYear === null ? '–' : number(lastYear)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
