import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract/routes.ts';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { FailureState } from '../ui/States.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { usePlaceState } from './indicators/usePlaceState.ts';
import { type AlignedGroup, groupIndexOf } from './linkedPlaces.ts';
import { ReadingColumn } from './ReadingColumn.tsx';
import { OutlinePager } from './reading/OutlinePager.tsx';
import { TopicPager } from './reading/TopicPager.tsx';
import { topicPlaces } from './reading/topicPlaces.ts';
import { type LinkedColumn, useLinkedScroll } from './useLinkedScroll.ts';
import { useWording, wordingOf } from './wording/useWording.ts';
import { type WordingKind, WordingPanel, type WordingPlace } from './wording/WordingPanel.tsx';

type Alignment = 'topic' | 'outline';

const ALIGNMENTS: { value: Alignment; label: string }[] = [
  { value: 'topic', label: '按主题' },
  { value: 'outline', label: '按提纲' },
];

interface ReadingView {
  align: Alignment;
  topic: string | null;
  /** The topic the columns were brought to: coming back leaves them where the person scrolled them. */
  placed: string | null;
  /** The panel of shared and own wording. */
  wording: WordingKind | null;
}

/** Whole texts side by side, section by section or topic by topic. */
export function ReadingMode({
  reports,
  groups,
  linked,
  topic: asked,
}: {
  reports: readonly ReportDetail[];
  groups: readonly AlignedGroup[];
  linked: boolean;
  /** The topic to begin with; absent: aligned by outline. */
  topic: string | undefined;
}) {
  const columns = useRef<(LinkedColumn | null)[]>([]);
  const [at, setAt] = useState({ column: 0, group: -1 });
  const [view, change] = usePlaceState<ReadingView>('reading', {
    align: asked === undefined ? 'outline' : 'topic',
    topic: asked ?? null,
    placed: null,
    wording: null,
  });
  const byTopic = view.align === 'topic';
  const ids = reports.map(({ summary }) => summary.id);
  const { value, error, refresh } = useRequest('comparison.topics', byTopic ? { ids } : null);

  const onMove = useCallback(
    (column: number) => {
      const moved = columns.current[column];
      if (!moved) return;
      const top = moved.scroller.scrollTop + 1;
      const place = moved.places().sections.findLast((section) => section.top <= top);
      const group = groupIndexOf(groups, column, place?.sectionIndex ?? -1);
      setAt((before) =>
        before.column === column && before.group === group ? before : { column, group },
      );
    },
    [groups],
  );
  const { takeOver, onScroll, jumpTo, placeAt } = useLinkedScroll(columns, groups, linked, onMove);

  const topics = value?.topics;
  const topicAt = Math.max(0, topics?.findIndex(({ id }) => id === view.topic) ?? 0);
  const topic = byTopic ? topics?.[topicAt] : undefined;
  const places = useMemo(
    () =>
      topic &&
      reports.map((report, column) =>
        topicPlaces(report, topic.cells[column]?.passages ?? [], topic.id),
      ),
    [topic, reports],
  );
  const wording = useWording(ids, view.wording !== null);
  const wordings = useMemo(
    () => wording && reports.map(({ summary }) => wordingOf(wording, summary.id)),
    [wording, reports],
  );
  const [stops, setStops] = useState<readonly number[]>([]);

  const { placed } = view;
  useEffect(() => {
    if (!topic || !places || placed === topic.id) return;
    setStops(places.map(({ first }) => first));
    placeAt(places.map(({ stops: own, first }) => own[first]?.start ?? null));
    change({ placed: topic.id });
  }, [topic, places, placed, placeAt, change]);

  const goToGroup = (next: number) => {
    const group = groups[next];
    if (group === undefined) return;
    setAt({ column: at.column, group: next });
    jumpTo(group);
  };
  const goToStop = (column: number, stop: number) => {
    setStops(stops.with(column, stop));
    placeAt(reports.map((_, index) => (index === column ? startOf(column, stop) : null)));
  };
  const showWording = (at: readonly WordingPlace[]) =>
    placeAt(
      reports.map(
        ({ summary }) => at.find(({ documentId }) => documentId === summary.id)?.start ?? null,
      ),
    );
  const startOf = (column: number, stop: number) => places?.[column]?.stops[stop]?.start ?? null;

  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  const { shown, formats } = inSight(topic?.id ?? null);
  const group = byTopic ? undefined : groups[at.group];
  return (
    <>
      <div className="compare-groups">
        <span className="quiet">对齐</span>
        <Segmented
          name="对齐"
          value={view.align}
          choices={ALIGNMENTS}
          onChange={(align) => change({ align, placed: null })}
        />
        {view.align === 'outline' && (
          <OutlinePager groups={groups} at={at.group} onGo={goToGroup} />
        )}
        {topics && topic && (
          <TopicPager topics={topics} at={topicAt} onGo={(next) => change({ topic: next })} />
        )}
        <Button
          size="small"
          aria-pressed={view.wording !== null}
          onClick={() => change({ wording: view.wording === null ? 'shared' : null })}
        >
          共有与独有
        </Button>
        <ExportMenu ids={ids} shown={shown} formats={formats} />
      </div>
      <div className="compare-reading">
        <div className="compare-columns" data-columns={reports.length}>
          {reports.map((report, index) => (
            <ReadingColumn
              key={report.summary.id}
              index={index}
              report={report}
              alone={group !== undefined && group.members[index] === null}
              counterpart={group?.members[index] ?? null}
              topic={places?.[index] ?? null}
              wording={wordings?.[index] ?? null}
              stop={stops[index] ?? places?.[index]?.first ?? 0}
              onStop={goToStop}
              onTakeOver={takeOver}
              onScroll={onScroll}
              ref={(column) => {
                columns.current[index] = column;
              }}
            />
          ))}
        </div>
        {wording && view.wording !== null && (
          <WordingPanel
            wording={wording}
            reports={reports}
            kind={view.wording}
            onKind={(kind) => change({ wording: kind })}
            onShow={showWording}
          />
        )}
      </div>
    </>
  );
}

/** What an export takes: aligned by topic, the passages of that topic; by outline, the whole texts. */
function inSight(topic: string | null): {
  shown: Input<'comparison.export'>['shown'];
  formats: readonly Input<'comparison.export'>['format'][];
} {
  if (topic === null) return { shown: { view: 'reading' }, formats: ['pdf', 'docx'] };
  return {
    shown: {
      view: 'topics',
      part: 'all',
      words: '',
      topics: [topic],
      density: 'whole',
      open: [],
    },
    formats: ['pdf', 'docx', 'xlsx'],
  };
}
