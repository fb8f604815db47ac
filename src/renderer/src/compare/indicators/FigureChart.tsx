import { type Ref, useRef } from 'react';
import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import { useMutation } from '../../bridge/useMutation.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import type { ChartEntry } from './chartEntries.ts';
import { drawPicture } from './chartPicture.ts';
import type { Nature } from './figuresView.ts';
import { NATURE_NAMES, number } from './figureWords.ts';

const WIDTH = 284;
const NAME = 64;
/** Room for the number behind the longest bar. */
const NUMBER = 86;
const BAR = 14;
const STEP = 50;

/** The row as bars, each with its number: filled what is stated, dashed what was worked out. */
export function FigureChart({
  row,
  nature,
  entries,
}: {
  row: FigureRow;
  nature: Nature;
  entries: readonly ChartEntry[];
}) {
  const drawn = useRef<SVGSVGElement>(null);
  const toast = useToast();
  const saving = useMutation('indicators.savePicture', toast.fail);
  const save = async () => {
    if (!drawn.current) return;
    const years = new Set(entries.map(({ year }) => year));
    const [year] = years.size === 1 ? years : [];
    const when = year ? `${year}年` : '';
    const title = `${row.name}（${row.unit}，${when}${NATURE_NAMES[nature]}）`;
    const png = await drawPicture(drawn.current, title);
    const written = await saving.run({ name: row.name, png });
    if (written?.fileName) toast.done(`已存为“${written.fileName}”。`);
  };
  return (
    <section className="panel-part" aria-label="各篇对比">
      {entries.length > 0 && (
        <Button size="small" variant="text" className="panel-corner" onClick={save}>
          存为图片
        </Button>
      )}
      <h2>
        {row.name} <span className="panel-unit">{row.unit}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="panel-remark">各报告所指不尽相同，不画在一起比较。</p>
      ) : (
        <>
          <Bars ref={drawn} entries={entries} label={`${row.name}，${row.unit}`} />
          <p className="panel-remark">
            实条为{nature === 'actual' ? '回顾年实绩' : '部署年目标'}，照录原文。
            {entries.some(({ lastYear }) => lastYear !== null) &&
              '虚框为上年推算：本年 ÷（1 + 增幅）。'}
          </p>
        </>
      )}
    </section>
  );
}

function Bars({
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
      {entries.map(({ documentId, name, value, words: said, lastYear, remark }, at) => (
        <g key={documentId} transform={`translate(0 ${at * STEP})`}>
          <text x="0" y="12" className="chart-name">
            {name.length > 5 ? `${name.slice(0, 4)}…` : name}
          </text>
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
