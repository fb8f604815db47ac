import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  use,
  useRef,
  useState,
} from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { PanelIcon } from './icons.tsx';
import './layout.css';
import { PanelWidthsContext } from './panelWidths.ts';
import { useNarrow } from './useNarrow.ts';

export interface SidePanel {
  /** The name of the panel: of its region, its handle, and its button where it became a drawer. */
  name: string;
  content: ReactNode;
  /** Pixels. */
  width: number;
  min: number;
  max: number;
  /** Below this window width the panel is a drawer that a button calls. */
  drawerBelow: number;
}

const KEY_STEP = 16;

/**
 * A view with a panel at one or both sides. Widths are dragged or moved with the arrow keys and
 * remembered under `id`; where the window is too narrow (also by zoom) a panel becomes a drawer, so
 * that no control is lost at 200 %.
 */
export function SplitView({
  id,
  left,
  right,
  children,
}: {
  id: string;
  left?: SidePanel;
  right?: SidePanel;
  children: ReactNode;
}) {
  const leftIsDrawer = useNarrow(left?.drawerBelow ?? 0);
  const rightIsDrawer = useNarrow(right?.drawerBelow ?? 0);
  const drawers = [leftIsDrawer ? left : undefined, rightIsDrawer ? right : undefined].filter(
    (panel) => panel !== undefined,
  );
  return (
    <div className="split">
      {drawers.length > 0 && (
        <div className="split-openers">
          {drawers.map((panel) => (
            <Drawer key={panel.name} panel={panel} />
          ))}
        </div>
      )}
      <div className="split-panes">
        {left && !leftIsDrawer && <Pane id={`${id}.left`} side="left" panel={left} />}
        <main className="split-main">{children}</main>
        {right && !rightIsDrawer && <Pane id={`${id}.right`} side="right" panel={right} />}
      </div>
    </div>
  );
}

function Drawer({ panel }: { panel: SidePanel }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<PanelIcon />} onClick={() => setOpen(true)}>
        {panel.name}
      </Button>
      <Dialog open={open} title={panel.name} width="drawer" onClose={() => setOpen(false)}>
        <div className="drawer-content">{panel.content}</div>
      </Dialog>
    </>
  );
}

function Pane({ id, side, panel }: { id: string; side: 'left' | 'right'; panel: SidePanel }) {
  const clamp = (width: number) => Math.round(Math.max(panel.min, Math.min(panel.max, width)));
  const { known, keep } = use(PanelWidthsContext);
  const [width, setWidth] = useState(() => clamp(known[id] ?? panel.width));
  const [dragging, setDragging] = useState(false);
  const grip = useRef({ x: 0, width });
  const outward = side === 'left' ? 1 : -1;

  const resize = (next: number) => setWidth(clamp(next));
  const handle = (
    <hr
      aria-label={`${panel.name}栏宽度`}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={panel.min}
      aria-valuemax={panel.max}
      tabIndex={0}
      className="split-handle"
      data-dragging={dragging || undefined}
      onPointerDown={(event: PointerEvent<HTMLHRElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
        setDragging(true);
      }}
      onPointerMove={(event) => {
        if (dragging) resize(grip.current.width + (event.clientX - grip.current.x) * outward);
      }}
      onPointerUp={() => {
        setDragging(false);
        keep(id, width);
      }}
      onPointerCancel={() => setDragging(false)}
      onDoubleClick={() => {
        resize(panel.width);
        keep(id, panel.width);
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.altKey) return;
        if (event.key === 'ArrowLeft') resize(width - KEY_STEP * outward);
        if (event.key === 'ArrowRight') resize(width + KEY_STEP * outward);
      }}
      onKeyUp={({ key }) => {
        if (key === 'ArrowLeft' || key === 'ArrowRight') keep(id, width);
      }}
    />
  );
  return (
    <aside className={`split-side split-side-${side}`} aria-label={panel.name} style={{ width }}>
      {panel.content}
      {handle}
    </aside>
  );
}
