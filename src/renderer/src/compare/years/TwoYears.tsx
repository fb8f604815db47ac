import { useMemo, useRef } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { useScrollMemory } from '../../navigation/navigation.tsx';
import { NumberChanges } from './NumberChanges.tsx';
import { YearsTable } from './YearsTable.tsx';
import { type YearComparison, yearRows } from './yearRows.ts';

/** The two texts sentence by sentence, and the figures that were changed. */
export function TwoYears({
  before,
  after,
  value,
  changesOnly,
}: {
  before: ReportDetail;
  after: ReportDetail;
  value: YearComparison;
  changesOnly: boolean;
}) {
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'years');
  const rows = useMemo(
    () => yearRows(value.sentences, before.text, after.text),
    [value, before, after],
  );
  const shown = useMemo(
    () => (changesOnly ? rows.filter(({ kind }) => kind !== 'same') : rows),
    [rows, changesOnly],
  );
  const show = (offset: number) => {
    const row = [...(area.current?.querySelectorAll<HTMLElement>('tr[data-start]') ?? [])].find(
      ({ dataset }) => Number(dataset.start) <= offset && offset < Number(dataset.end),
    );
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('td:last-child button')?.focus({ preventScroll: true });
  };
  return (
    <div className="years">
      <div ref={area} className="compare-table-area scroll">
        <YearsTable rows={shown} before={before} after={after} />
      </div>
      <NumberChanges numbers={value.numbers} after={after} onShow={show} />
    </div>
  );
}
