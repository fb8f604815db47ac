import { useRef, useState } from 'react';
import type { FigureRow } from '../../../../../shared/contract/schemas/figures.ts';
import { useMutation } from '../../../bridge/useMutation.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Choices.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import type { ChosenReading, Nature } from '../figuresView.ts';
import { NATURE_NAMES } from '../figureWords.ts';
import { Bars } from './Bars.tsx';
import { ChartNumbers } from './ChartNumbers.tsx';
import type { ChartEntry } from './chartEntries.ts';
import { drawPicture } from './chartPicture.ts';
import { GrowthChart, hasGrowth } from './GrowthChart.tsx';
import { linesOf } from './lines.ts';
import { YearsChart } from './YearsChart.tsx';

type Sort = 'reports' | 'years' | 'growth';

const SORTS: { value: Sort; label: string }[] = [
  { value: 'reports', label: '各篇' },
  { value: 'years', label: '历年' },
  { value: 'growth', label: '增幅与总量' },
];

/** The row drawn: its reports side by side, its years, or its growth against its value. */
export function FigureChart({
  row,
  nature,
  entries,
  onChoose,
}: {
  row: FigureRow;
  nature: Nature;
  entries: readonly ChartEntry[];
  onChoose: (chosen: ChosenReading) => void;
}) {
  const drawn = useRef<SVGSVGElement>(null);
  const [wanted, setWanted] = useState<Sort>('reports');
  const toast = useToast();
  const saving = useMutation('indicators.savePicture', toast.fail);
  const grown = entries.filter(hasGrowth);
  const open = {
    reports: entries.length > 0,
    years: linesOf(entries).size > 0,
    growth: grown.length > 1,
  };
  const sort = open[wanted] ? wanted : 'reports';
  const save = async () => {
    if (!drawn.current) return;
    const title = titleOf(row, nature, entries, sort);
    const png = await drawPicture(drawn.current, title);
    const written = await saving.run({ name: row.name, png });
    if (written?.fileName) toast.done(`已存为“${written.fileName}”。`);
  };
  const choose = ({ documentId, reading }: ChartEntry) =>
    reading && onChoose({ documentId, nature, start: reading.start, name: reading.name });
  const unit = row.unit ?? '';
  return (
    <section className="panel-part" aria-label="各篇对比">
      {entries.length > 0 && (
        <Button size="small" variant="text" className="panel-corner" onClick={save}>
          存为图片
        </Button>
      )}
      <h2>
        {row.name} <span className="panel-unit">{unit}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="panel-remark">各报告所指不尽相同，不画在一起比较。</p>
      ) : (
        <>
          {(open.years || open.growth) && (
            <div className="chart-sorts">
              <Segmented
                name="图"
                value={sort}
                choices={SORTS.filter(({ value }) => open[value])}
                onChange={setWanted}
              />
            </div>
          )}
          {sort === 'reports' && (
            <Bars ref={drawn} entries={entries} label={`${row.name}，${unit}`} />
          )}
          {sort === 'years' && (
            <YearsChart ref={drawn} entries={entries} unit={unit} label={`${row.name}，历年`} />
          )}
          {sort === 'growth' && (
            <GrowthChart
              ref={drawn}
              entries={grown}
              unit={unit}
              label={`${row.name}，增幅与总量`}
            />
          )}
          <p className="panel-remark">{remarkOn(sort, nature, entries)}</p>
          <ChartNumbers entries={entries} unit={unit} label={row.name} onChoose={choose} />
        </>
      )}
    </section>
  );
}

function titleOf(
  { name, unit }: FigureRow,
  nature: Nature,
  entries: readonly ChartEntry[],
  sort: Sort,
): string {
  const years = new Set(entries.map(({ year }) => year));
  const [year] = years.size === 1 ? years : [];
  const when = year ? `${year}年` : '';
  const what = sort === 'growth' ? '增幅与总量，' : '';
  return `${name}（${what}${unit}，${when}${NATURE_NAMES[nature]}）`;
}

function remarkOn(sort: Sort, nature: Nature, entries: readonly ChartEntry[]): string {
  const stated = nature === 'actual' ? '回顾年实绩' : '部署年目标';
  if (sort === 'years') return `各点为${stated}，照录原文；没有写到的年份不连估。`;
  if (sort === 'growth') return `只画既写总量又写同比增幅的，照录${stated}。`;
  const derived = entries.some(({ lastYear }) => lastYear !== null);
  return `实条为${stated}，照录原文。${derived ? '虚框为上年推算：本年 ÷（1 + 增幅）。' : ''}`;
}
