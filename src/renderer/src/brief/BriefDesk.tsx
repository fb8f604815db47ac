import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useScrollMemory } from '../navigation/navigation.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { EmptyState, FailureState, Progress } from '../ui/States.tsx';
import './brief.css';
import { Composing } from './Composing.tsx';
import { type BriefDraft, isComplete } from './draft.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { useHistory, useUndoKeys } from './history.ts';
import type { SavedBrief } from './SavedBriefs.tsx';
import { Sheet } from './Sheet.tsx';
import { useAutosave } from './useAutosave.ts';

type Zoom = 'page' | 'width';

/** Shows about a page at the usual window height. */
const WHOLE_PAGE = 0.68;
const PIXELS_PER_MM = 96 / 25.4;
const DESKTOP_MARGIN = 24;
const SHEET_WIDTH_MM = { brief: 210, comparison: 297 };

/** Waits for a pause before composing and keeping. */
const PAUSE_MS = 400;

export function BriefDesk({
  start,
  briefId,
  briefs,
  reports,
  onChanged,
}: {
  start: BriefDraft;
  briefId: string | null;
  briefs: SavedBrief[];
  reports: ReportSummary[];
  /** A brief was kept or removed. */
  onChanged: () => void;
}) {
  const history = useHistory(start);
  const draft = history.now;
  const [pages, setPages] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('page');
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'pages');
  const fitting = useFittingZoom(area, draft.layout ?? 'brief');
  const settled = useSettled(draft);
  const keeping = useAutosave({ draft, settled, start, briefId, onChanged });
  const complete = isComplete(settled);
  const preview = useRequest('briefs.preview', complete ? { spec: settled } : null, {
    keepPrevious: true,
  });

  useUndoKeys(history);
  return (
    <SplitView
      id="brief"
      left={{
        name: '编排',
        content: (
          <Composing
            history={history}
            briefId={briefId}
            briefs={briefs}
            reports={reports}
            keeping={keeping}
            onChanged={onChanged}
            preview={preview.value}
          />
        ),
        width: 396,
        min: 320,
        max: 560,
        drawerBelow: 800,
      }}
    >
      <Toolbar
        title="预览"
        note={
          <>
            {pages > 0 && <span className="num">共 {pages} 面 · </span>}
            {draft.layout === 'comparison'
              ? '横向 A4 · 各镇并列 · 不套红头'
              : '纵向 A4 · 每面 22 行，每行 28 字 · 不套红头'}
          </>
        }
        actions={
          <>
            <Segmented<Zoom>
              name="预览大小"
              value={zoom}
              choices={[
                { value: 'page', label: '看整页' },
                { value: 'width', label: '合栏宽' },
              ]}
              onChange={setZoom}
            />
            <ExportButtons draft={draft} />
          </>
        }
      />
      <div ref={area} className="brief-desktop scroll">
        {!complete && (
          <EmptyState title="还不能编排">
            在左边填好题名，选一至八篇报告，至少留一项内容，这里就会排出纸面。
          </EmptyState>
        )}
        {preview.error && (
          <FailureState message={preview.error.message} onRetry={preview.refresh} />
        )}
        {complete && preview.value && (
          <Sheet
            body={preview.value.body}
            layout={settled.layout ?? 'brief'}
            watermark={settled.watermark ?? null}
            zoom={zoom === 'page' ? WHOLE_PAGE : fitting}
            busy={preview.loading}
            onPages={setPages}
          />
        )}
        {complete && !preview.value && preview.loading && (
          <div className="brief-waiting">
            <Progress title="正在编排" done={0} total={0} />
          </div>
        )}
      </div>
    </SplitView>
  );
}

/** How large the sheet can be drawn in the room there is, at most at its true size. */
function useFittingZoom(
  area: RefObject<HTMLElement | null>,
  layout: keyof typeof SHEET_WIDTH_MM,
): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - DESKTOP_MARGIN * 2));
    observer.observe(element);
    return () => observer.disconnect();
  }, [area]);
  const sheet = SHEET_WIDTH_MM[layout] * PIXELS_PER_MM;
  return room > 0 ? Math.min(1, room / sheet) : 1;
}

/** The draft once it has not changed for a moment. */
function useSettled(draft: BriefDraft): BriefDraft {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return settled;
}
