import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import type { ReportTextHandle } from './ReportText.tsx';

/**
 * The passage of the text that is selected by mouse or keyboard; null while there is none. A drag
 * counts once the button is released: nothing may move under the hand that is still selecting.
 */
export function useSelectedSpan(text: RefObject<ReportTextHandle | null>): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    let dragging = false;
    const read = () => {
      if (dragging) return;
      const selection = document.getSelection();
      const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
      setSpan(range === null || range.collapsed ? null : (text.current?.map.toSpan(range) ?? null));
    };
    const press = (event: PointerEvent) => {
      dragging = text.current?.element.contains(event.target as Node) ?? false;
      if (dragging) setSpan(null);
    };
    const release = () => {
      dragging = false;
      read();
    };
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
    };
  }, [text]);
  return span;
}
