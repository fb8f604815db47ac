import { useMemo, useRef } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import type { AnnotateRoute } from '../navigation/route.ts';
import { shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import './annotate.css';
import { ExportNotes } from './ExportNotes.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { ListedNote } from './ListedNote.tsx';
import { groupByReport, type NoteFilters, type NoteGroup, narrowNotes } from './narrowing.ts';

/** Every note of the library, under its report and in the order of the text, narrowed by what is chosen. */
export function AnnotateView({ route }: { route: AnnotateRoute }) {
  const { go, replace } = useNavigation();
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'notes');
  const list = useRequest('annotations.list', {});
  const listed = useRequest('reports.list', {}).value?.reports;
  const { view: _, ...filters } = route;
  const narrow = (next: NoteFilters) => replace({ view: 'annotate', ...next });

  const all = list.value?.annotations ?? [];
  const reports = useMemo(
    () => new Map((listed ?? []).map((report) => [report.id, report])),
    [listed],
  );
  const shown = narrowNotes(all, filters, reports);
  const groups = groupByReport(shown, reports);
  const isEmpty = list.value !== undefined && all.length === 0;

  const notes = (
    <>
      <Toolbar
        title="批注"
        note={
          list.value && (
            <span className="num" role="status">
              {shown.length === all.length
                ? `${all.length} 条`
                : `所示 ${shown.length} 条，共 ${all.length} 条`}
            </span>
          )
        }
        actions={
          all.length > 0 && (
            <>
              <SearchField
                name="在批注里找"
                placeholder="在批注里找"
                value={route.words ?? ''}
                onChange={(words) => narrow({ ...filters, words })}
              />
              <ExportNotes
                ids={groups.flatMap(({ annotations }) => annotations.map(({ id }) => id))}
              />
            </>
          )
        }
      />
      <div ref={area} className="notes scroll">
        {list.error && <FailureState message={list.error.message} onRetry={list.refresh} />}
        {isEmpty && (
          <EmptyState
            title="还没有批注"
            actions={<Button onClick={() => go({ view: 'library' })}>去资料库选一篇</Button>}
          >
            在报告里划一句，选借鉴、存疑、核对或引用，批注会集中到这里。
          </EmptyState>
        )}
        {all.length > 0 && shown.length === 0 && (
          <EmptyState
            title="没有这样的批注"
            actions={<Button onClick={() => narrow({})}>看全部批注</Button>}
          />
        )}
        {groups.map((group) => (
          <ReportNotes key={group.documentId} group={group} />
        ))}
      </div>
    </>
  );
  if (isEmpty) return <main className="split">{notes}</main>;
  return (
    <SplitView
      id="annotate"
      left={{
        name: '筛选',
        width: 228,
        min: 180,
        max: 360,
        drawerBelow: 800,
        content: (
          <FilterPanel annotations={all} reports={reports} filters={filters} onChange={narrow} />
        ),
      }}
    >
      {notes}
    </SplitView>
  );
}

function ReportNotes({ group: { report, annotations } }: { group: NoteGroup }) {
  const around = report?.place.slice(0, -1).join(' ');
  return (
    <section className="note-group">
      <h2>
        {report ? shortName(report) : '已移出的资料'}
        {around && <span className="quiet">{around}</span>}
        <span className="num quiet">{annotations.length} 条</span>
      </h2>
      <ul>
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            <ListedNote annotation={annotation} />
          </li>
        ))}
      </ul>
    </section>
  );
}
