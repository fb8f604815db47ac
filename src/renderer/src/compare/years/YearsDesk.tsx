import { useMemo } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { EmptyState, FailureState } from '../../ui/States.tsx';
import { usePlaceState } from '../indicators/usePlaceState.ts';
import { useReports } from '../useReports.ts';
import { TwoYears } from './TwoYears.tsx';
import './years.css';
import { YearsToolbar } from './YearsToolbar.tsx';
import { pairOfYears, yearChoices } from './yearRows.ts';

interface YearsView {
  /** The earlier and the later report, once the person chose them. */
  before: string | null;
  after: string | null;
  changesOnly: boolean;
}

/** Two reports of one place, or a draft and what became of it: what was moved, changed, left. */
export function YearsDesk({ compared }: { compared: readonly ReportDetail[] }) {
  const list = useRequest('reports.list', {});
  const [view, change] = usePlaceState<YearsView>('years', {
    before: null,
    after: null,
    changesOnly: false,
  });
  const library = list.value?.reports;
  const choices = useMemo(
    () =>
      library &&
      yearChoices(
        compared.map(({ summary }) => summary),
        library,
      ),
    [compared, library],
  );
  const found = useMemo(() => choices && pairOfYears(choices), [choices]);
  const before = view.before ?? found?.[0].id ?? choices?.[0]?.id;
  const after = view.after ?? found?.[1].id ?? choices?.[1]?.id;
  const chosen = view.before !== null || view.after !== null;
  const ids =
    before !== undefined && after !== undefined && (found || chosen) ? [before, after] : [];
  const pair = useReports(ids);
  const [former, latter] = pair.value ?? [];
  const years = useRequest(
    'comparison.years',
    former && latter ? { before: former.summary.id, after: latter.summary.id } : null,
  );

  const error = list.error ?? pair.error ?? years.error;
  if (error) return <FailureState message={error.message} onRetry={list.refresh} />;
  if (!choices || before === undefined || after === undefined) return null;
  const swap = { before: after, after: before };
  return (
    <>
      <YearsToolbar
        choices={choices}
        before={before}
        after={after}
        value={years.value}
        changesOnly={view.changesOnly}
        onBefore={(id) => change(id === after ? swap : { before: id, after })}
        onAfter={(id) => change(id === before ? swap : { before, after: id })}
        onChangesOnly={(changesOnly) => change({ changesOnly })}
      />
      {ids.length === 0 && (
        <EmptyState title="这几篇里没有同一处的两篇报告">
          历年对读看同一乡镇的去年与今年，或一篇的草稿与定稿。请导入同一处的另一篇；也可在上方任选两篇，只供参看。
        </EmptyState>
      )}
      {former && latter && years.value && (
        <TwoYears
          before={former}
          after={latter}
          value={years.value}
          changesOnly={view.changesOnly}
        />
      )}
    </>
  );
}
