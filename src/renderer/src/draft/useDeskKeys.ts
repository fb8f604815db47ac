import { useEffect, useRef } from 'react';

interface DeskKeys {
  save: () => Promise<void>;
  toEditor: () => void;
}

/** Ctrl+S saves at once; F6 goes from the text to what stands beside it, and back. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault();
        void latest.current.save();
      } else if (event.key === 'F6') {
        event.preventDefault();
        const isWriting = document.activeElement?.closest('.draft-text') != null;
        const tab = document.querySelector<HTMLElement>('.draft-tabs [aria-selected="true"]');
        if (isWriting && tab) tab.focus();
        else latest.current.toEditor();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
