import { useMemo, useRef } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { useScrollMemory } from '../../navigation/navigation.tsx';
import { figure } from '../../report/labels.ts';
import { Switch } from '../../ui/Choices.tsx';
import { Tag } from '../../ui/Labels.tsx';
import { EmptyState, FailureState } from '../../ui/States.tsx';
import { usePlaceState } from '../indicators/usePlaceState.ts';
import { NumberChanges } from './NumberChanges.tsx';
import './years.css';
import { YearsTable } from './YearsTable.tsx';
import { pairOfYears, samePlace, yearRows } from './yearRows.ts';

/** Two reports of one place, or a draft and what became of it: what was moved, changed, left. */
export function YearsDesk({ reports }: { reports: readonly ReportDetail[] }) {
  const pair = useMemo(() => pairOfYears(reports), [reports]);
  if (pair === null) {
    return (
      <EmptyState title="这几篇里没有同一处的两篇报告">
        历年对读看同一乡镇的去年与今年，或一篇的草稿与定稿。可在上方移除其他栏，加上同一处的一篇。
      </EmptyState>
    );
  }
  return <TwoYears before={pair[0]} after={pair[1]} />;
}

function TwoYears({ before, after }: { before: ReportDetail; after: ReportDetail }) {
  const area = useRef<HTMLDivElement>(null);
  const [view, change] = usePlaceState('years', { changesOnly: false });
  const { value, error, refresh } = useRequest('comparison.years', {
    before: before.summary.id,
    after: after.summary.id,
  });
  useScrollMemory(area, 'years');
  const rows = useMemo(
    () => value && yearRows(value.sentences, before.text, after.text),
    [value, before, after],
  );
  const shown = useMemo(
    () => (view.changesOnly ? rows?.filter(({ kind }) => kind !== 'same') : rows),
    [rows, view.changesOnly],
  );
  const show = (offset: number) => {
    const row = [...(area.current?.querySelectorAll<HTMLElement>('tr[data-start]') ?? [])].find(
      ({ dataset }) => Number(dataset.start) <= offset && offset < Number(dataset.end),
    );
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('td:last-child button')?.focus({ preventScroll: true });
  };
  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  return (
    <>
      <div className="compare-groups years-summary">
        {!samePlace(before, after) && <Tag tone="warn">两篇不是同一处的报告，只供参看</Tag>}
        {value && (
          <span className="quiet">
            移位 {value.movedBlocks.length} 段，数字变化 {value.numbers.length} 处，删{' '}
            {figure(value.deletedCharacters)} 字，增 {figure(value.insertedCharacters)} 字
          </span>
        )}
        <span className="compare-hint">
          <Switch
            label="只看改动"
            checked={view.changesOnly}
            onChange={(changesOnly) => change({ changesOnly })}
          />
        </span>
      </div>
      <div className="years">
        <div ref={area} className="compare-table-area scroll">
          {shown && <YearsTable rows={shown} before={before} after={after} />}
        </div>
        {value && <NumberChanges numbers={value.numbers} after={after} onShow={show} />}
      </div>
    </>
  );
}
