import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import type { ReportTextHandle } from '../reportText/ReportText.tsx';

/** The passage of the text that is selected by mouse or keyboard; null while there is none. */
export function useSelectedSpan(text: RefObject<ReportTextHandle | null>): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
      setSpan(range === null || range.collapsed ? null : (text.current?.map.toSpan(range) ?? null));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [text]);
  return span;
}
