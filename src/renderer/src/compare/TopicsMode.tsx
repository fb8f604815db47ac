import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  outsideTopics,
  type Part,
  UNSORTED,
  viewTopics,
  wantedWords,
} from '../../../shared/comparison/topicsView.ts';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../shared/report/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { usePlaceState } from './indicators/usePlaceState.ts';
import type { ChosenPassage } from './passages/chosen.ts';
import { usePassageDesk } from './passages/deskContext.ts';
import { moveBetweenCells } from './topics/moveBetweenCells.ts';
import { TopicRow } from './topics/TopicRow.tsx';
import { TopicsToolbar } from './topics/TopicsToolbar.tsx';
import './topics/topics.css';
import { FIRST_STATE } from './topics/topicsState.ts';

const NONE_CHOSEN: readonly ChosenPassage[] = [];

/** Topics × reports. A row opens to all its passages; every passage leads to its place in the report. */
export function TopicsMode({ reports }: { reports: readonly ReportDetail[] }) {
  const ids = useMemo(() => reports.map(({ summary }) => summary.id), [reports]);
  const { value, error, refresh } = useRequest('comparison.topics', { ids });
  const [state, change] = usePlaceState('topics', FIRST_STATE);
  const [active, setActive] = useState<string | null>(null);
  const { chosen } = usePassageDesk();
  const area = useRef<HTMLDivElement>(null);
  const { go } = useNavigation();
  useScrollMemory(area, 'topics');

  const { part, words, open, last, topics: wantedTopics, density } = state;
  const topics = useMemo(
    () =>
      value && [
        ...value.topics,
        outsideTopics(
          value.topics,
          reports.map(({ summary, ...report }) => ({ documentId: summary.id, ...report })),
        ),
      ],
    [value, reports],
  );
  const rows = useMemo(
    () => topics && viewTopics(topics, reports, { part, words, topics: wantedTopics }),
    [topics, reports, part, words, wantedTopics],
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
    (id: string, { start, end }: Span) => go({ view: 'reader', id, focus: { start, end } }),
    [go],
  );
  const read = useCallback(
    (topic: string) => go({ view: 'compare', ids, mode: 'reading', group: topic }),
    [go, ids],
  );
  const showPart = useCallback((next: Part) => change({ part: next }), [change]);
  const topicsOf = useCallback(
    (documentId: string, { start }: Span) =>
      (value?.topics ?? []).flatMap(({ id, cells }) =>
        cells.some(
          (cell) =>
            cell.documentId === documentId && cell.passages.some((each) => each.start === start),
        )
          ? [id]
          : [],
      ),
    [value],
  );

  const point = ({ target }: { target: EventTarget }) => {
    const passage = (target as Element)
      .closest('.topic-item')
      ?.querySelector<HTMLElement>('[data-passage]')?.dataset.passage;
    if (passage !== undefined) setActive(passage);
  };
  const onFocus = (event: FocusEvent<HTMLTableElement>) => {
    point(event);
    const { passage } = (event.target as HTMLElement).dataset;
    if (passage !== undefined) change({ last: passage });
  };
  const onPointerOver = (event: PointerEvent<HTMLTableElement>) => point(event);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const at = event.target as Element;
    if (at.closest('.passage-actions') || !event.currentTarget.contains(at)) return;
    if (event.key === ' ') {
      const topic = at.closest<HTMLElement>('td')?.parentElement?.dataset.topic;
      if (topic === undefined || density === 'whole') return;
      toggle(topic);
    } else if (!moveBetweenCells(event)) return;
    event.preventDefault();
  };

  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  return (
    <>
      <TopicsToolbar
        state={state}
        topics={topics ?? []}
        onChange={change}
        exporting={
          <ExportMenu
            ids={ids}
            shown={{
              view: 'topics',
              part,
              words,
              topics: [...wantedTopics],
              density,
              open: [...open],
            }}
            formats={['pdf', 'docx', 'xlsx']}
          />
        }
      />
      <div ref={area} className="compare-table-area scroll">
        <table
          className="compare-table topics-table"
          onFocus={onFocus}
          onPointerOver={onPointerOver}
          onKeyDown={onKeyDown}
        >
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
                density={density}
                words={wanted}
                open={open.includes(row.id)}
                active={active?.startsWith(`${row.id} `) ? active : null}
                chosen={chosenIn(row, chosen)}
                topicsOf={topicsOf}
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
            actions={<Button onClick={() => change({ words: '' })}>清除字词</Button>}
          >
            未提及不等于未做。可换一个说法，或到检索里查全文。
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** The chosen passages in a row; always the same empty list where there are none, so that it is not drawn anew. */
function chosenIn(
  row: { cells: readonly { documentId: string; passages: readonly Span[] }[] },
  chosen: readonly ChosenPassage[],
): readonly ChosenPassage[] {
  const here = chosen.filter(({ documentId, start }) =>
    row.cells.some(
      (cell) =>
        cell.documentId === documentId && cell.passages.some((passage) => passage.start === start),
    ),
  );
  return here.length > 0 ? chosen : NONE_CHOSEN;
}

function outsideShare(coverage: number | undefined): string {
  return coverage === undefined ? '' : `主题之外 ${Math.round((1 - coverage) * 100)}%`;
}
