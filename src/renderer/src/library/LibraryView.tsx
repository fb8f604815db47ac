import { useMemo, useRef, useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { needRank } from '../../../shared/report/needs.ts';
import type { ReportKind } from '../../../shared/report/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import type { LibraryRoute } from '../navigation/route.ts';
import { isReport, KIND_NAMES, KINDS } from '../report/labels.ts';
import { TrashButton } from '../trash/Trash.tsx';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { PanelHeader, Toolbar } from '../ui/Layout.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { Tree } from '../ui/Tree.tsx';
import { ConflictBanner } from './ConflictBanner.tsx';
import { FirstStart } from './FirstStart.tsx';
import type { ImportStart } from './importSession.ts';
import { LeftoversButton } from './Leftovers.tsx';
import './library.css';
import { placeFromId, placeId, placeTree, standsIn } from './places.ts';
import { ReportTable } from './ReportTable.tsx';
import { RemoveSample } from './Sample.tsx';
import { TickedBar } from './TickedBar.tsx';

/** Everything in the library, by place and kind, what needs the person first. */
export function LibraryView({
  route,
  onImport,
}: {
  route: LibraryRoute;
  onImport: (start: ImportStart) => void;
}) {
  const status = useRequest('library.status', {});
  const list = useRequest('reports.list', {});
  const failure = status.error ?? list.error;
  if (failure && !list.value) {
    return <FailureState message={failure.message} onRetry={list.refresh} />;
  }
  if (!status.value || !list.value) return <main aria-busy="true" className="split" />;
  // Of several versions the list shows the newest; the others are found in its 资料信息.
  const reports = list.value.reports.filter(({ newestVersion }) => newestVersion === null);
  if (status.value.firstStart || route.guide) {
    return <FirstStart reports={reports} onImport={onImport} />;
  }
  return (
    <LibraryList
      route={route}
      reports={reports}
      sampleOpened={status.value.sampleOpened}
      onImport={onImport}
    />
  );
}

function LibraryList({
  route,
  reports,
  sampleOpened,
  onImport,
}: {
  route: LibraryRoute;
  reports: ReportSummary[];
  sampleOpened: boolean;
  onImport: (start: ImportStart) => void;
}) {
  const { go, replace } = useNavigation();
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'list');
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set());

  const nodes = useMemo(() => placeTree(reports), [reports]);
  const inPlace = reports.filter((report) => standsIn(report, route.place));
  const shown = inPlace
    .filter((report) => !route.kind || report.kind === route.kind)
    .sort((a, b) => needRank(a) - needRank(b));
  const conflicts = reports.filter((report) => report.conflict && !putOff.has(report.id));
  const [conflict] = conflicts;
  const ticked = reports.filter(({ id }) => route.ticked?.includes(id));

  const places = (
    <>
      <PanelHeader title="地区" aside={<span className="num">{reports.length} 篇</span>} />
      <nav className="library-places scroll" aria-label="地区">
        <Tree
          name="地区"
          nodes={nodes}
          selected={placeId(route.place)}
          onSelect={(id) => go({ ...route, place: placeFromId(id) })}
        />
      </nav>
      <footer className="library-foot">
        <LeftoversButton />
        <TrashButton />
        <Button size="small" variant="text" onClick={() => go({ view: 'library', guide: true })}>
          五步引导
        </Button>
        {sampleOpened && <RemoveSample reports={reports} />}
      </footer>
    </>
  );

  return (
    <SplitView
      id="library"
      left={{ name: '地区', content: places, width: 224, min: 160, max: 360, drawerBelow: 800 }}
    >
      <Toolbar
        title={route.place?.at(-1) ?? '全部资料'}
        note={<span className="num">{countLabel(inPlace)}</span>}
        actions={
          <>
            {inPlace.length > 0 && (
              <Segmented
                name="文种"
                value={route.kind ?? 'all'}
                choices={kindChoices(inPlace)}
                onChange={(kind) => go({ ...route, kind: kind === 'all' ? undefined : kind })}
              />
            )}
            <Button icon={<PlusIcon />} onClick={() => onImport({ kind: 'paste' })}>
              粘贴正文
            </Button>
            <Button variant="primary" onClick={() => onImport({ kind: 'choose' })}>
              导入文件
            </Button>
          </>
        }
      />
      {ticked.length > 0 && (
        <TickedBar
          ticked={ticked}
          onClear={() => replace({ ...route, ticked: undefined })}
          onRemove={(id) =>
            replace({ ...route, ticked: route.ticked?.filter((other) => other !== id) })
          }
        />
      )}
      <div ref={area} className="library-list scroll">
        {conflict?.conflict && (
          <ConflictBanner
            key={conflict.id}
            report={conflict}
            conflict={conflict.conflict}
            open={conflicts.length}
            onDecided={() => focusRow(area.current, conflict.id)}
            onPutOff={() => setPutOff(new Set(putOff).add(conflict.id))}
          />
        )}
        {shown.length > 0 ? (
          <ReportTable
            reports={shown}
            ticked={route.ticked ?? []}
            onTick={(ids) => replace({ ...route, ticked: ids })}
            onShowConflict={(id) => {
              const left = new Set(putOff);
              left.delete(id);
              setPutOff(left);
              area.current?.scrollTo({ top: 0 });
            }}
          />
        ) : (
          <EmptyState
            title={reports.length === 0 ? '资料库还是空的' : '这里没有资料'}
            actions={
              reports.length === 0 ? (
                <>
                  <Button onClick={() => onImport({ kind: 'choose' })}>选择文件</Button>
                  <Button onClick={() => go({ view: 'library', guide: true })}>看样例</Button>
                </>
              ) : (
                <Button onClick={() => go({ view: 'library' })}>看全部资料</Button>
              )
            }
          >
            {reports.length === 0
              ? '把本镇历年报告的文件拖到窗口里，或从网页复制后粘贴。'
              : '换一个地区或文种看看。'}
          </EmptyState>
        )}
      </div>
    </SplitView>
  );
}

/** The banner goes once its conflict is decided; the keyboard goes on at the report it was about. */
function focusRow(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-report="${CSS.escape(id)}"]`)?.focus();
}

function countLabel(reports: ReportSummary[]): string {
  const texts = reports.filter(({ kind }) => isReport(kind)).length;
  const parts = [`报告 ${texts}`];
  if (reports.length > texts) parts.push(`文章 ${reports.length - texts}`);
  const undecided = reports.filter((report) => needRank(report) <= 1).length;
  if (undecided > 0) parts.push(`待认定 ${undecided}`);
  return parts.join(' · ');
}

function kindChoices(reports: ReportSummary[]) {
  const present = KINDS.flatMap((kind) => {
    const count = reports.filter((report) => report.kind === kind).length;
    return count > 0 ? [{ value: kind as ReportKind | 'all', label: KIND_NAMES[kind], count }] : [];
  });
  return [{ value: 'all' as ReportKind | 'all', label: '全部文种' }, ...present];
}
