import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import './float.css';

/** So long the pointer rests on a control before its name is shown. */
const REST_MS = 600;

function tipped(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}

/** One tip for the whole window: of the control the pointer rests on or the keyboard has reached. */
export function TooltipLayer() {
  const [control, setControl] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    const show = (next: HTMLElement | null, after: number) => {
      clearTimeout(resting);
      if (next === null) setControl(null);
      else resting = setTimeout(() => setControl(next.isConnected ? next : null), after);
    };
    const onPointer = ({ target }: Event) => show(tipped(target), REST_MS);
    const onFocus = ({ target }: Event) => {
      const next = tipped(target);
      if (next?.matches(':focus-visible')) show(next, 0);
    };
    const hide = () => show(null, 0);
    const ends = ['pointerdown', 'keydown', 'focusout', 'scroll'] as const;
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('focusin', onFocus);
    document.documentElement.addEventListener('pointerleave', hide);
    for (const end of ends) document.addEventListener(end, hide, true);
    return () => {
      clearTimeout(resting);
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('focusin', onFocus);
      document.documentElement.removeEventListener('pointerleave', hide);
      for (const end of ends) document.removeEventListener(end, hide, true);
    };
  }, []);
  return (
    <Tooltip.Root open={control !== null}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={control} sideOffset={6} className="float-layer">
          <Tooltip.Popup className="tooltip" aria-hidden="true">
            {control?.dataset.tip}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
