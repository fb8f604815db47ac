import { number } from '../figureWords.ts';
import type { Scale } from './scale.ts';

/** The lines of a chart's upright scale from `left` to `right`, each with its number before it. */
export function ChartGrid({ scale, left, right }: { scale: Scale; left: number; right: number }) {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line
        x1={left}
        x2={right}
        y1={scale.at(tick)}
        y2={scale.at(tick)}
        className={tick === 0 ? 'chart-axis' : 'chart-grid'}
      />
      <text x={left - 4} y={scale.at(tick) + 4} textAnchor="end" className="chart-remark">
        {number(tick)}
      </text>
    </g>
  ));
}
