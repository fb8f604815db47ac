import { useMemo, useRef } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import type { AnnotateRoute } from '../navigation/route.ts';
import { type Annotation, CATEGORIES } from '../note/categories.ts';
import { shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { SearchField } from '../ui/Field.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import './annotate.css';
import { ListedNote } from './ListedNote.tsx';

type Only = NonNullable<AnnotateRoute['only']> | 'all';

function isUnplaced({ state }: Annotation): boolean {
  return state !== 'anchored';
}

function holds(annotation: Annotation, words: string): boolean {
  const text = `${annotation.note}\n${annotation.quote}\n${annotation.author}`;
  return words
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Every note of the library, under its report and in the order of the text. */
export function AnnotateView({ route }: { route: AnnotateRoute }) {
  const { go, replace } = useNavigation();
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'notes');
  const list = useRequest('annotations.list', {});
  const reports = useRequest('reports.list', {}).value?.reports;
  const { words = '', only } = route;

  const all = list.value?.annotations;
  const shown = useMemo(
    () =>
      (all ?? []).filter(
        (each) =>
          holds(each, words) &&
          (only === undefined || (only === 'unplaced' ? isUnplaced(each) : each.category === only)),
      ),
    [all, words, only],
  );
  const groups = useMemo(() => groupByReport(shown, reports ?? []), [shown, reports]);
  const count = (matches: (each: Annotation) => boolean) => (all ?? []).filter(matches).length;
  const unplaced = count(isUnplaced);

  return (
    <main className="split">
      <Toolbar
        title="批注"
        note={all && <span className="num">{all.length} 条</span>}
        actions={
          all &&
          all.length > 0 && (
            <>
              <Segmented<Only>
                name="类别"
                value={only ?? 'all'}
                choices={[
                  { value: 'all', label: '全部' },
                  ...CATEGORIES.map((category) => ({
                    value: category,
                    label: category,
                    count: count((each) => each.category === category),
                  })),
                  ...(unplaced > 0
                    ? [{ value: 'unplaced' as const, label: '待定位', count: unplaced }]
                    : []),
                ]}
                onChange={(next) => replace({ ...route, only: next === 'all' ? undefined : next })}
              />
              <SearchField
                name="在批注里找"
                placeholder="在批注里找"
                value={words}
                onChange={(next) => replace({ ...route, words: next })}
              />
            </>
          )
        }
      />
      <div ref={area} className="notes scroll">
        {list.error && <FailureState message={list.error.message} onRetry={list.refresh} />}
        {all?.length === 0 && (
          <EmptyState
            title="还没有批注"
            actions={<Button onClick={() => go({ view: 'library' })}>去资料库选一篇</Button>}
          >
            在报告里划一句，选借鉴、存疑、核对或引用，批注会集中到这里。
          </EmptyState>
        )}
        {all && all.length > 0 && shown.length === 0 && (
          <EmptyState
            title="没有这样的批注"
            actions={<Button onClick={() => replace({ view: 'annotate' })}>看全部批注</Button>}
          />
        )}
        {groups.map(({ id, name, annotations }) => (
          <section key={id} className="note-group">
            <h2>
              {name} <span className="num quiet">{annotations.length} 条</span>
            </h2>
            <ul>
              {annotations.map((annotation) => (
                <li key={annotation.id}>
                  <ListedNote annotation={annotation} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}

/** Groups in the order of the library; notes keep the order they came in, that of the text. */
function groupByReport(annotations: Annotation[], reports: ReportSummary[]) {
  const order = [
    ...new Set([...reports.map(({ id }) => id), ...annotations.map((a) => a.documentId)]),
  ];
  return order.flatMap((id) => {
    const own = annotations.filter(({ documentId }) => documentId === id);
    if (own.length === 0) return [];
    const report = reports.find((each) => each.id === id);
    return [{ id, name: report ? shortName(report) : '已移出的资料', annotations: own }];
  });
}
