import type { Ref } from 'react';
import { ChartGrid } from './ChartGrid.tsx';
import type { ChartEntry } from './chartEntries.ts';
import { linesOf } from './lines.ts';
import { scaleOf } from './scale.ts';

const WIDTH = 284;
const HEIGHT = 210;
const LEFT = 52;
const RIGHT = 258;
/** The first point, whose number must stand clear of the axis. */
const START = 82;
const TOP = 28;
const BOTTOM = 176;
/** Lines of several towns are told apart by their dashes, not by colour alone. */
const DASHES = ['none', '6 3', '2 3', '8 3 2 3'];

/** One indicator over the years: a line a town, a number at every point. */
export function YearsChart({
  entries,
  unit,
  label,
  ref,
}: {
  entries: readonly ChartEntry[];
  unit: string;
  label: string;
  ref: Ref<SVGSVGElement>;
}) {
  const lines = linesOf(entries);
  const points = [...lines.values()].flat();
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const [first = 0, last = 1] = [years[0], years.at(-1)];
  const x = (year: number) => START + ((year - first) / (last - first)) * (RIGHT - START);
  const y = scaleOf(
    points.map(({ value }) => value),
    { from: BOTTOM, to: TOP, zero: true },
  );
  return (
    <svg
      ref={ref}
      className="figure-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label}：${points.map((point) => `${point.town}${point.year}年${point.words}`).join('；')}`}
    >
      <ChartGrid scale={y} left={LEFT} right={RIGHT + 14} />
      {years.map((year) => (
        <text key={year} x={x(year)} y={BOTTOM + 16} textAnchor="middle" className="chart-remark">
          {year}
        </text>
      ))}
      <text x="0" y="11" className="chart-remark">
        {unit}
      </text>
      {[...lines].map(([town, line], at) => (
        <g key={town}>
          <polyline
            points={line.map(({ year, value }) => `${x(year)},${y.at(value)}`).join(' ')}
            className="chart-line"
            strokeDasharray={DASHES[at % DASHES.length]}
          />
          {line.map((entry, place) => (
            <g key={entry.documentId}>
              <circle cx={x(entry.year)} cy={y.at(entry.value)} r="4.5" className="chart-bar" />
              <text
                x={x(entry.year)}
                y={y.at(entry.value) - 9}
                textAnchor="middle"
                className="chart-number"
              >
                {entry.words}
              </text>
              {lines.size > 1 && place === line.length - 1 && (
                <text
                  x={x(entry.year)}
                  y={y.at(entry.value) + 18}
                  textAnchor="end"
                  className="chart-name"
                >
                  {town}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
