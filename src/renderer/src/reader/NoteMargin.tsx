import { type RefObject, useLayoutEffect, useRef } from 'react';
import { AnnotationCard } from '../note/AnnotationCard.tsx';
import type { Annotation } from '../note/categories.ts';
import { TiedPlaces } from '../note/TiedPlaces.tsx';
import type { ReportTextHandle } from '../reportText/ReportText.tsx';

/** Between two cards that would touch. */
const GAP = 8;

/**
 * Notes beside the lines they belong to; where two would overlap, the later one moves down. Placed
 * again whenever the text or a card changes its size.
 */
export function NoteMargin({
  annotations,
  text,
  activeId,
  onOpen,
}: {
  annotations: readonly Annotation[];
  text: RefObject<ReportTextHandle | null>;
  activeId: string | null;
  onOpen: (annotation: Annotation) => void;
}) {
  const column = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const margin = column.current;
    const handle = text.current;
    if (!margin || !handle) return;
    const place = () => {
      let free = 0;
      annotations.forEach((annotation, index) => {
        const card = margin.children[index];
        if (!(card instanceof HTMLElement)) return;
        const top = Math.max(free, handle.placeOf(annotation).top);
        card.style.top = `${top}px`;
        free = top + card.offsetHeight + GAP;
      });
      margin.style.minHeight = `${free}px`;
    };
    place();
    const resized = new ResizeObserver(place);
    resized.observe(handle.element);
    for (const card of margin.children) resized.observe(card);
    return () => resized.disconnect();
  }, [annotations, text]);

  return (
    <div ref={column} className="note-margin">
      {annotations.map((annotation) => (
        <div key={`${annotation.id} ${annotation.start}`} className="note-place">
          <AnnotationCard
            annotation={annotation}
            active={annotation.id === activeId}
            onOpen={() => onOpen(annotation)}
            ties={<TiedPlaces annotation={annotation} />}
          />
        </div>
      ))}
    </div>
  );
}
