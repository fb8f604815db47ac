import { type ReactNode, useEffect, useRef } from 'react';
import { CategoryMark } from '../note/CategoryMark.tsx';
import { useCategories } from '../note/categories.ts';
import { type NoteDraft, NoteEditor } from '../note/NoteEditor.tsx';

/**
 * Stands below the chosen passage: first the categories, then the note. The passage itself
 * stays in sight above it.
 */
export function NotePopover({
  top,
  writing,
  topics,
  more,
  onBegin,
  onSave,
  onSaved,
  onCancel,
}: {
  /** Pixels from the top of the text. */
  top: number;
  /** Null while only the categories are offered; then the category begun with, if any. */
  writing: { category: string | null } | null;
  /** What the passage speaks of, to be corrected. */
  topics: ReactNode;
  /** What else can be done with it. */
  more: ReactNode;
  onBegin: (category: string) => void;
  onSave: (draft: NoteDraft) => Promise<boolean>;
  onSaved: () => void;
  onCancel: () => void;
}) {
  const offered = useCategories();
  const category = writing?.category ?? null;
  // Opened near the lower edge, the editor would stand below what is in sight.
  const popover = useRef<HTMLDivElement>(null);
  const isWriting = writing !== null;
  useEffect(() => {
    if (isWriting) popover.current?.scrollIntoView({ block: 'nearest' });
  }, [isWriting]);
  return (
    <div ref={popover} className="note-popover" style={{ top }}>
      {writing !== null ? (
        <NoteEditor
          {...(category === null ? {} : { draft: { category } })}
          onSave={onSave}
          onSaved={onSaved}
          onCancel={onCancel}
        />
      ) : (
        <div className="note-choices" role="toolbar" aria-label="给选中的文字写批注">
          {offered.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="note-choice"
              // Taking the focus would drop the selection before the click is done.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onBegin(name)}
            >
              <CategoryMark category={name} />
            </button>
          ))}
          {topics}
          {more}
        </div>
      )}
    </div>
  );
}
