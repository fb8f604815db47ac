import { useState } from 'react';
import { CategoryMark } from '../note/CategoryMark.tsx';
import { type AnnotationCategory, CATEGORIES } from '../note/categories.ts';
import { type NoteDraft, NoteEditor } from '../note/NoteEditor.tsx';

/**
 * Stands below the chosen passage: first the four categories, then the note. The passage itself
 * stays in sight above it.
 */
export function NotePopover({
  top,
  startWriting,
  onSave,
  onSaved,
  onCancel,
}: {
  /** Pixels from the top of the text. */
  top: number;
  /** Opens with the editor, for the keyboard; else with the four categories. */
  startWriting: boolean;
  onSave: (draft: NoteDraft) => Promise<boolean>;
  onSaved: () => void;
  onCancel: () => void;
}) {
  const [category, setCategory] = useState<AnnotationCategory | null>(null);
  const writing = startWriting || category !== null;
  return (
    <div className="note-popover" style={{ top }}>
      {writing ? (
        <NoteEditor
          {...(category === null ? {} : { draft: { note: '', category } })}
          onSave={onSave}
          onSaved={onSaved}
          onCancel={onCancel}
        />
      ) : (
        <div className="note-choices" role="toolbar" aria-label="给选中的文字写批注">
          {CATEGORIES.map((each) => (
            <button
              key={each}
              type="button"
              className="note-choice"
              // Taking the focus would drop the selection before the click is done.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setCategory(each)}
            >
              <CategoryMark category={each} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
