import { useEffect, useRef, useState } from 'react';

/** What was dropped: entries as well where a folder is among them, which only they can open. */
export interface Dropped {
  files: File[];
  entries: FileSystemEntry[] | null;
}

/**
 * Files and folders dropped anywhere on the window. Nothing else can be dropped, so nothing
 * navigates. True while they are held over the window.
 */
export function useFileDrop(onDropped: (dropped: Dropped) => void): boolean {
  const latest = useRef(onDropped);
  latest.current = onDropped;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes('Files') ?? false);
    };
    const onDragLeave = (event: DragEvent) => {
      // Leaving an element for another inside the window names that other one.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const entries = [...(event.dataTransfer?.items ?? [])].flatMap(
        (item) => item.webkitGetAsEntry() ?? [],
      );
      const hasFolder = entries.some(({ isDirectory }) => isDirectory);
      if (files.length > 0) latest.current({ files, entries: hasFolder ? entries : null });
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over;
}
