import { useState } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import type { CompareMode, CompareRoute } from '../navigation/route.ts';
import { shortName } from '../report/labels.ts';
import { MOST_IN_FIGURES, MOST_SIDE_BY_SIDE } from '../report/limits.ts';
import { Switch } from '../ui/Choices.tsx';
import { Chip, Tag } from '../ui/Labels.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { FailureState } from '../ui/States.tsx';
import { TabBar } from '../ui/TabBar.tsx';
import { AddReport } from './AddReport.tsx';
import './compare.css';
import { ChooseReports } from './ChooseReports.tsx';
import { KeepSet } from './choose/KeepSet.tsx';
import { IndicatorsMode } from './IndicatorsMode.tsx';
import { OutlineMode } from './OutlineMode.tsx';
import { PassageDesk } from './passages/PassageDesk.tsx';
import { ReadingMode } from './ReadingMode.tsx';
import { TopicsMode } from './TopicsMode.tsx';
import { useReports } from './useReports.ts';
import { YearsDesk } from './years/YearsDesk.tsx';

const MODES: { value: CompareMode; label: string }[] = [
  { value: 'topics', label: '按主题' },
  { value: 'reading', label: '并排' },
  { value: 'outline', label: '提纲' },
  { value: 'indicators', label: '指标' },
  { value: 'years', label: '历年' },
];

/** Two to four texts beside each other, or the figures of up to eight reports. */
export function CompareView({ route }: { route: CompareRoute }) {
  const { ids, mode } = route;
  const { go, replace } = useNavigation();
  const [linked, setLinked] = useState(true);
  const inFigures = mode === 'indicators';
  const reports = useReports(ids);
  const sideBySide = reports.value?.slice(0, MOST_SIDE_BY_SIDE);
  // Of one town over several years the years tell them apart.
  const towns = new Set(reports.value?.map(({ summary }) => summary.town));
  const townsRepeat = towns.size < ids.length;
  const alignment = useRequest(
    'comparison.align',
    !inFigures && ids.length >= 2 ? { ids: ids.slice(0, MOST_SIDE_BY_SIDE) } : null,
  );

  if (ids.length < 2) {
    return (
      <ChooseReports
        chosen={ids}
        onChosen={(next) =>
          go({ ...route, ids: next, mode: next.length > MOST_SIDE_BY_SIDE ? 'indicators' : mode })
        }
      />
    );
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
            label={townsRepeat ? shortName(summary) : (summary.town ?? summary.title)}
            onRemove={() => change(ids.filter((id) => id !== summary.id))}
          />
        ))}
        {ids.length < MOST_IN_FIGURES && (
          <AddReport taken={ids} onAdd={(id) => change([...ids, id])} />
        )}
        {reports.value && <KeepSet summaries={reports.value.map(({ summary }) => summary)} />}
        {alignment.value?.caution && <Tag tone="warn">{alignment.value.caution}</Tag>}
      </Toolbar>
      {!inFigures && sideBySide && sideBySide.length < ids.length && (
        <p className="compare-limit" role="status">
          文字对照一次最多 {MOST_SIDE_BY_SIDE} 篇，现为
          {sideBySide.map(({ summary }) => summary.town ?? summary.title).join('、')}；其余
          {ids.length - sideBySide.length} 篇在“指标”里可看。移除前面的，后面的依次补上。
        </p>
      )}
      {error && <FailureState message={error.message} onRetry={alignment.refresh} />}
      {sideBySide && (mode === 'reading' || mode === 'topics') && (
        <PassageDesk reports={sideBySide}>
          {alignment.value && mode === 'reading' && (
            <ReadingMode
              reports={sideBySide}
              groups={alignment.value.groups}
              linked={linked}
              topic={route.group}
            />
          )}
          {mode === 'topics' && <TopicsMode reports={sideBySide} />}
        </PassageDesk>
      )}
      {sideBySide && alignment.value && mode === 'outline' && (
        <OutlineMode reports={sideBySide} groups={alignment.value.groups} />
      )}
      {reports.value && mode === 'years' && <YearsDesk compared={reports.value} />}
      {reports.value && inFigures && <IndicatorsMode reports={reports.value} />}
    </main>
  );
}
