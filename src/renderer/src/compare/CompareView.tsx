import { useState } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import type { CompareMode, CompareRoute } from '../navigation/route.ts';
import { Switch, TabBar } from '../ui/Choices.tsx';
import { Chip, Tag } from '../ui/Labels.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { FailureState } from '../ui/States.tsx';
import { AddReport } from './AddReport.tsx';
import './compare.css';
import { ChooseReports } from './ChooseReports.tsx';
import { IndicatorsMode } from './IndicatorsMode.tsx';
import { OutlineMode } from './OutlineMode.tsx';
import { ReadingMode } from './ReadingMode.tsx';
import { TopicsMode } from './TopicsMode.tsx';
import { useReports } from './useReports.ts';

const MODES: { value: CompareMode; label: string }[] = [
  { value: 'topics', label: '按主题' },
  { value: 'reading', label: '并排' },
  { value: 'outline', label: '提纲' },
  { value: 'indicators', label: '指标' },
];

/** Two to four reports beside each other. */
export function CompareView({ route }: { route: CompareRoute }) {
  const { ids, mode } = route;
  const { go, replace } = useNavigation();
  const [linked, setLinked] = useState(true);
  const reports = useReports(ids);
  const alignment = useRequest('comparison.align', ids.length >= 2 ? { ids } : null);

  if (ids.length < 2) {
    return <ChooseReports chosen={ids} onChosen={(next) => go({ ...route, ids: next })} />;
  }
  const error = reports.error ?? alignment.error;
  const change = (next: string[]) => replace({ ...route, ids: next });
  return (
    <main className="compare">
      <Toolbar
        actions={
          mode === 'reading' && <Switch label="联动滚动" checked={linked} onChange={setLinked} />
        }
      >
        <TabBar
          name="对照方式"
          value={mode}
          choices={MODES}
          onChange={(next) => replace({ ...route, mode: next })}
        />
        {reports.value?.map(({ summary }) => (
          <Chip
            key={summary.id}
            label={summary.town ?? summary.title}
            onRemove={() => change(ids.filter((id) => id !== summary.id))}
          />
        ))}
        {ids.length < 4 && <AddReport taken={ids} onAdd={(id) => change([...ids, id])} />}
        {alignment.value?.caution && <Tag tone="warn">{alignment.value.caution}</Tag>}
      </Toolbar>
      {error && <FailureState message={error.message} onRetry={alignment.refresh} />}
      {reports.value && alignment.value && mode === 'reading' && (
        <ReadingMode
          reports={reports.value}
          groups={alignment.value.groups}
          linked={linked}
          topic={route.group}
        />
      )}
      {reports.value && mode === 'topics' && <TopicsMode reports={reports.value} />}
      {reports.value && alignment.value && mode === 'outline' && (
        <OutlineMode reports={reports.value} groups={alignment.value.groups} />
      )}
      {reports.value && mode === 'indicators' && <IndicatorsMode reports={reports.value} />}
    </main>
  );
}
