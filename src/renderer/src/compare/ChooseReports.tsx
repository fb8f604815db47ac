import { useState } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { isReport, placeLabel, yearsLabel } from '../report/labels.ts';
import { MOST_IN_FIGURES, MOST_SIDE_BY_SIDE } from '../report/limits.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';

/** Asks which reports to lay beside each other: up to four texts, up to eight in the figures table. */
export function ChooseReports({
  chosen,
  onChosen,
}: {
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
}) {
  const { value, error, refresh } = useRequest('reports.list', {});
  const [ticked, setTicked] = useState<readonly string[]>(chosen);
  const reports = (value?.reports ?? []).filter(({ kind }) => isReport(kind));
  const tick = (id: string, on: boolean) =>
    setTicked(on ? [...ticked, id] : ticked.filter((each) => each !== id));
  return (
    <main className="compare">
      <Toolbar
        title="选报告并排对照"
        note={`文字对照选 2 至 ${MOST_SIDE_BY_SIDE} 篇，指标表可到 ${MOST_IN_FIGURES} 篇；已选 ${ticked.length} 篇`}
        actions={
          <Button
            variant="primary"
            disabled={ticked.length < 2}
            onClick={() => onChosen([...ticked])}
          >
            {ticked.length > MOST_SIDE_BY_SIDE ? '看指标表' : '并排对照'}
          </Button>
        }
      />
      {error && <FailureState message={error.message} onRetry={refresh} />}
      {value && reports.length < 2 && (
        <EmptyState title="还不够两篇报告">在资料库打开样例，或导入本镇和邻镇的报告。</EmptyState>
      )}
      <ul className="compare-choices scroll">
        {reports.map((report) => (
          <li key={report.id}>
            <Checkbox
              checked={ticked.includes(report.id)}
              disabled={ticked.length >= MOST_IN_FIGURES && !ticked.includes(report.id)}
              onChange={(on) => tick(report.id, on)}
              label={
                <>
                  <span>{report.title}</span>
                  <span className="quiet">
                    {placeLabel(report)} {yearsLabel(report.metadata)}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </main>
  );
}
