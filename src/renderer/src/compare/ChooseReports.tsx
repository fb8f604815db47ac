import { useState } from 'react';
import { MOST_IN_FIGURES, MOST_SIDE_BY_SIDE } from '../report/limits.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import './choose/choose.css';
import { RememberedSets } from './choose/RememberedSets.tsx';
import { ReportChoices } from './choose/ReportChoices.tsx';
import { useReportsToChoose } from './choose/useReportsToChoose.ts';

/** Asks which reports to lay beside each other: up to four texts, up to eight in the figures table. */
export function ChooseReports({
  chosen,
  onChosen,
}: {
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
}) {
  const [ticked, setTicked] = useState<readonly string[]>(chosen);
  const [typed, setTyped] = useState('');
  const { listed, peers, home, error, refresh } = useReportsToChoose(ticked, typed);
  const full = ticked.length >= MOST_IN_FIGURES;
  const tick = (id: string, on: boolean) => {
    if (!on) setTicked(ticked.filter((each) => each !== id));
    else if (!full) setTicked([...ticked, id]);
  };
  const first = listed?.find(({ id }) => !ticked.includes(id));
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
            并排对照
          </Button>
        }
      />
      <div className="compare-choosing">
        <div className="compare-choosing-list">
          <SearchField
            name="按名称或拼音首字母查找"
            placeholder="名称或拼音首字母，如 昌城、hhz；回车选中第一篇"
            value={typed}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              if (typed.trim() === '' && ticked.length >= 2) onChosen([...ticked]);
              else if (typed.trim() !== '' && first) {
                tick(first.id, true);
                setTyped('');
              }
            }}
          />
          {home === '' && listed && listed.length > 1 && (
            <p className="quiet compare-more">
              在设置里填上本镇，本镇的报告就排在最前，同县、同年、指标规模相近的跟在后面；现在先选一篇也会这样排。
            </p>
          )}
          {error && <FailureState message={error.message} onRetry={refresh} />}
          {listed && listed.length === 0 && typed.trim() !== '' && (
            <EmptyState title={`没有名称或拼音首字母含“${typed.trim()}”的报告`}>
              可改几个字再找，或到资料库导入。
            </EmptyState>
          )}
          {listed && listed.length < 2 && typed.trim() === '' && (
            <EmptyState title="还不够两篇报告">
              在资料库打开样例，或导入本镇和邻镇的报告。
            </EmptyState>
          )}
          <div className="scroll compare-choosing-scroll">
            {listed && (
              <ReportChoices
                reports={listed}
                peers={peers}
                home={home}
                ticked={ticked}
                full={full}
                onTick={tick}
              />
            )}
          </div>
        </div>
        <RememberedSets onChosen={onChosen} />
      </div>
    </main>
  );
}
