import { figure } from '../report/labels.ts';

interface Bar {
  label: string;
  count: number;
  documents: number;
}

const STEP = 76;
const BAR = 34;
const HEIGHT = 110;
const ABOVE = 20;
const BELOW = 38;

/** Bars by year with their numbers; under each how many reports it was counted in. */
export function FrequencyChart({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = Math.max(1, bars.length) * STEP;
  const ground = ABOVE + HEIGHT;
  const spoken = bars.map(({ label, count, documents }) => `${label}${count}处${documents}篇`);
  return (
    <svg
      className="frequency-chart"
      role="img"
      aria-label={`历年词频：${spoken.join('，')}`}
      width={width}
      height={ground + BELOW}
      viewBox={`0 0 ${width} ${ground + BELOW}`}
    >
      <line x1={0} x2={width} y1={ground} y2={ground} className="frequency-ground" />
      {bars.map(({ label, count, documents }, at) => {
        const middle = at * STEP + STEP / 2;
        const height = (count / most) * HEIGHT;
        return (
          <g key={label}>
            <rect
              className="frequency-bar"
              x={middle - BAR / 2}
              y={ground - height}
              width={BAR}
              height={height}
            />
            <text x={middle} y={ground - height - 6} className="frequency-count">
              {figure(count)}
            </text>
            <text x={middle} y={ground + 16} className="frequency-label">
              {label}
            </text>
            <text x={middle} y={ground + 32} className="frequency-label">
              {figure(documents)} 篇
            </text>
          </g>
        );
      })}
    </svg>
  );
}
