import type { Ref } from 'react';
import { number } from '../figureWords.ts';
import type { ChartEntry } from './chartEntries.ts';

const WIDTH = 284;
const NAME = 64;
/** Room for the number behind the longest bar. */
const NUMBER = 86;
const BAR = 14;
const STEP = 50;
const LINE = 16;

/** “岭前镇2020” in two lines: what tells two reports of one town apart is not cut. */
export function nameLines(name: string, town: string): string[] {
  const year = name.startsWith(town) ? name.slice(town.length) : '';
  const words = year === '' ? name : town;
  const line = words.length > 5 ? `${words.slice(0, 4)}…` : words;
  return year === '' ? [line] : [line, `${year}年`];
}

/** A bar for each report with its number: filled what is stated, dashed what was worked out. */
export function Bars({
  entries,
  label,
  ref,
}: {
  entries: readonly ChartEntry[];
  label: string;
  ref: Ref<SVGSVGElement>;
}) {
  const most = Math.max(...entries.flatMap(({ value, lastYear }) => [value ?? 0, lastYear ?? 0]));
  const lengthOf = (value: number) =>
    most <= 0 ? 0 : Math.max(1, (Math.max(0, value) / most) * (WIDTH - NAME - NUMBER));
  const words = entries.map(
    ({ name, words: said, lastYear }) =>
      `${name}${said}${lastYear === null ? '' : `，推算上年${number(lastYear)}`}`,
  );
  return (
    <svg
      ref={ref}
      className="figure-chart"
      viewBox={`0 0 ${WIDTH} ${entries.length * STEP}`}
      role="img"
      aria-label={`${label}：${words.join('；')}`}
    >
      {entries.map(({ documentId, name, town, value, words: said, lastYear, remark }, at) => (
        <g key={documentId} transform={`translate(0 ${at * STEP})`}>
          {nameLines(name, town).map((line, below) => (
            <text key={line} x="0" y={12 + below * LINE} className="chart-name">
              {line}
            </text>
          ))}
          {value !== null && (
            <rect x={NAME} y="0" width={lengthOf(value)} height={BAR} className="chart-bar" />
          )}
          <text
            x={NAME + (value === null ? 0 : lengthOf(value) + 4)}
            y="12"
            className="chart-number"
          >
            {said}
          </text>
          {lastYear !== null && (
            <rect
              x={NAME + 0.5}
              y="19.5"
              width={lengthOf(lastYear)}
              height={BAR - 3}
              className="chart-derived"
            />
          )}
          <text
            x={NAME + (lastYear === null ? 0 : lengthOf(lastYear) + 5)}
            y="30"
            className="chart-remark"
          >
            {lastYear === null ? remark : `推算 ${number(lastYear)}`}
          </text>
        </g>
      ))}
      <line x1={NAME} x2={NAME} y1="0" y2={entries.length * STEP - 14} className="chart-axis" />
    </svg>
  );
}
