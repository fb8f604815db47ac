import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';
import { usePlaceState } from './indicators/usePlaceState.ts';
import { moveBetweenCells } from './topics/moveBetweenCells.ts';
import { TopicRow } from './topics/TopicRow.tsx';
import { TopicsToolbar } from './topics/TopicsToolbar.tsx';
import './topics/topics.css';
import {
  FIRST_VIEW,
  outsideTopics,
  type Part,
  type Passage,
  UNSORTED,
  viewTopics,
  wantedWords,
} from './topics/topicsView.ts';

/** Topics × reports. A row opens to all its passages; every passage leads to its place in the report. */
export function TopicsMode({ reports }: { reports: readonly ReportDetail[] }) {
  const ids = reports.map(({ summary }) => summary.id);
  const { value, error, refresh } = useRequest('comparison.topics', { ids });
  const [view, change] = usePlaceState('topics', FIRST_VIEW);
  const toast = useToast();
  const exporting = useMutation('comparison.exportTopics', toast.fail);
  const area = useRef<HTMLDivElement>(null);
  const { go } = useNavigation();
  useScrollMemory(area, 'topics');

  const { part, words, open, last } = view;
  const topics = useMemo(
    () => value && [...value.topics, outsideTopics(value.topics, reports)],
    [value, reports],
  );
  const rows = useMemo(
    () => topics && viewTopics(topics, reports, { part, words }),
    [topics, reports, part, words],
  );
  const wanted = useMemo(() => wantedWords(words), [words]);

  // Coming back, the passage left has the focus again; typing must not take it there.
  const returned = useRef(last);
  const drawn = rows !== undefined;
  useEffect(() => {
    if (!drawn || returned.current === null) return;
    const passage = area.current?.querySelector<HTMLElement>(
      `[data-passage="${CSS.escape(returned.current)}"]`,
    );
    passage?.focus({ preventScroll: true });
    returned.current = null;
  }, [drawn]);

  const toggle = useCallback(
    (topic: string) =>
      change({
        open: open.includes(topic) ? open.filter((each) => each !== topic) : [...open, topic],
      }),
    [change, open],
  );
  const openPassage = useCallback(
    (id: string, { start, end }: Passage) => go({ view: 'reader', id, focus: { start, end } }),
    [go],
  );
  const read = useCallback(
    (topic: string) =>
      go({
        view: 'compare',
        ids: reports.map(({ summary }) => summary.id),
        mode: 'reading',
        group: topic,
      }),
    [go, reports],
  );
  const showPart = useCallback((next: Part) => change({ part: next }), [change]);

  const exportTable = async () => {
    const written = await exporting.run({ ids });
    if (written?.fileName) toast.done(`已导出“${written.fileName}”。`);
  };
  const onFocus = (event: FocusEvent<HTMLTableElement>) => {
    const { passage } = (event.target as HTMLElement).dataset;
    if (passage !== undefined) change({ last: passage });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.key === ' ') {
      const topic = (event.target as Element).closest<HTMLElement>('td')?.parentElement?.dataset
        .topic;
      if (topic === undefined || view.density === 'whole') return;
      toggle(topic);
    } else if (!moveBetweenCells(event)) return;
    event.preventDefault();
  };

  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  return (
    <>
      <TopicsToolbar view={view} onChange={change} onExport={exportTable} />
      <div ref={area} className="compare-table-area scroll">
        <table className="compare-table topics-table" onFocus={onFocus} onKeyDown={onKeyDown}>
          <ColumnHeads
            corner={rows && topics ? `主题 ${rows.length}/${topics.length}` : '主题'}
            reports={reports}
            note={(column) => outsideShare(value?.coverage[column])}
          />
          <tbody>
            {rows?.map((row) => (
              <TopicRow
                key={row.id}
                row={row}
                reports={reports}
                part={part}
                density={view.density}
                words={wanted}
                open={open.includes(row.id)}
                onToggle={toggle}
                onOpen={openPassage}
                onPart={showPart}
                onRead={row.id === UNSORTED ? undefined : read}
              />
            ))}
          </tbody>
        </table>
        {rows?.length === 0 && (
          <EmptyState
            title={`几篇报告的主题里都没有“${words}”`}
            actions={<Button onClick={() => change({ words: '' })}>看全部主题</Button>}
          >
            未提及不等于未做。可换一个说法，或到检索里查全文。
          </EmptyState>
        )}
      </div>
    </>
  );
}

function outsideShare(coverage: number | undefined): string {
  return coverage === undefined ? '' : `主题之外 ${Math.round((1 - coverage) * 100)}%`;
}
