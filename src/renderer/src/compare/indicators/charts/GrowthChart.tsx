import type { Ref } from 'react';
import { number } from '../figureWords.ts';
import { ChartGrid } from './ChartGrid.tsx';
import type { ChartEntry } from './chartEntries.ts';
import { scaleOf, spread } from './scale.ts';

const WIDTH = 284;
const HEIGHT = 210;
const LEFT = 36;
const RIGHT = 256;
const TOP = 22;
const BOTTOM = 176;
const LABEL = 14;

export type GrownEntry = ChartEntry & { value: number; growth: number };

export function hasGrowth(entry: ChartEntry): entry is GrownEntry {
  return entry.value !== null && entry.growth !== null;
}

/** How much there is, to the right, and how much more than the year before, upwards: a point a report. */
export function GrowthChart({
  entries,
  unit,
  label,
  ref,
}: {
  entries: readonly GrownEntry[];
  unit: string;
  label: string;
  ref: Ref<SVGSVGElement>;
}) {
  const x = scaleOf(
    entries.map(({ value }) => value),
    { from: LEFT, to: RIGHT, zero: true },
  );
  const y = scaleOf(
    entries.map(({ growth }) => growth),
    { from: BOTTOM, to: TOP, zero: true },
  );
  const labels = spread(
    entries.map(({ growth }) => y.at(growth) - LABEL / 2),
    LABEL,
  );
  return (
    <svg
      ref={ref}
      className="figure-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label}：${entries.map((entry) => sayGrown(entry, unit)).join('；')}`}
    >
      <ChartGrid scale={y} left={LEFT} right={RIGHT} />
      {x.ticks.map((tick, at) => (
        <text
          key={tick}
          x={x.at(tick)}
          y={BOTTOM + 15}
          textAnchor="middle"
          className="chart-remark"
        >
          {at % 2 === 0 ? number(tick) : ''}
        </text>
      ))}
      <line x1={LEFT} x2={LEFT} y1={TOP} y2={BOTTOM} className="chart-axis" />
      <text x="0" y="11" className="chart-remark">
        增幅，%
      </text>
      <text x={RIGHT} y={HEIGHT - 2} textAnchor="end" className="chart-remark">
        {unit}
      </text>
      {entries.map((entry, at) => {
        const { documentId, name, value, growth } = entry;
        const right = x.at(value) > (LEFT + RIGHT) * 0.6;
        return (
          <g key={documentId}>
            <circle cx={x.at(value)} cy={y.at(growth)} r="4.5" className="chart-bar">
              <title>{sayGrown(entry, unit)}</title>
            </circle>
            <text
              x={x.at(value) + (right ? -8 : 8)}
              y={(labels[at] ?? 0) + LABEL / 2 + 4}
              textAnchor={right ? 'end' : 'start'}
              className="chart-name"
            >
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function sayGrown({ name, words, growth }: GrownEntry, unit: string): string {
  return `${name}${words}${unit}，${growth > 0 ? '+' : ''}${number(growth)}%`;
}
