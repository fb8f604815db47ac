import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { usePreferences } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import { CategoryMark } from './CategoryMark.tsx';
import { categoryClass, useCategories } from './categories.ts';
import './note.css';
import { TagsField } from './TagsField.tsx';
import { addTags } from './tags.ts';

export interface NoteDraft {
  note: string;
  category: string | null;
  tags: string[];
}

/** 已保存 stays long enough to be read. */
const SAVED_SHOWN_MS = 1500;

/**
 * Writes a note: words, one of the categories, and tags. A new note begins at the categories, where 1 to 8
 * choose and any other character starts the words; within the words Alt with 1 to 8 chooses, since
 * notes often begin with a figure. Ctrl+Enter saves, Escape leaves. While the library knows no name
 * to sign notes with, it is asked for here; a note is saved without it just as well.
 *
 * `onSave` resolves to whether the note is stored; 已保存 shows only after it said so, and `onSaved`
 * is called a moment later. From saving on nothing more is taken, so that nothing is typed in vain.
 */
export function NoteEditor({
  draft,
  autoFocus = true,
  onSave,
  onSaved,
  onCancel,
}: {
  draft?: Partial<NoteDraft>;
  autoFocus?: boolean;
  onSave: (draft: NoteDraft) => Promise<boolean>;
  onSaved: () => void;
  onCancel: () => void;
}) {
  const [note, setNote] = useState(draft?.note ?? '');
  const [category, setCategory] = useState<string | null>(draft?.category ?? null);
  const [tags, setTags] = useState(draft?.tags ?? []);
  const [typedTag, setTypedTag] = useState('');
  const [name, setName] = useState('');
  const { settings, change } = usePreferences();
  const [phase, setPhase] = useState<'writing' | 'saving' | 'saved'>('writing');
  const writing = phase === 'writing';
  const words = useRef<HTMLTextAreaElement>(null);
  const offered = useCategories();
  const categories = useRef<HTMLFieldSetElement>(null);
  const finished = useRef(onSaved);
  finished.current = onSaved;

  const isNew = draft === undefined;
  useEffect(() => {
    if (!autoFocus) return;
    if (isNew) categories.current?.querySelector('button')?.focus();
    else words.current?.focus();
  }, [autoFocus, isNew]);

  useEffect(() => {
    if (phase !== 'saved') return;
    const timer = setTimeout(() => finished.current(), SAVED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [phase]);

  const save = async () => {
    if (!writing) return;
    setPhase('saving');
    if (settings.author === '' && name.trim() !== '') await change({ author: name.trim() });
    const saved = await onSave({ note, category, tags: addTags(tags, typedTag) });
    setPhase(saved ? 'saved' : 'writing');
  };
  const choose = (next: string | null) => {
    if (writing) setCategory(next);
    words.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const atCategories = categories.current?.contains(event.target as Node) ?? false;
    const chosen = offered[Number(event.key) - 1]?.name;
    const types = (event.key.length === 1 && event.key !== ' ') || event.key === 'Process';
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.ctrlKey) void save();
    else if (event.key === 'Escape') onCancel();
    else if (chosen && !event.ctrlKey && (event.altKey || atCategories)) choose(chosen);
    else {
      // The character goes to the words, because focus moves before it is entered.
      if (atCategories && types && !event.ctrlKey && !event.altKey) words.current?.focus();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="note-editor" aria-label="写批注" onKeyDown={onKeyDown}>
      <fieldset ref={categories} className="note-categories" aria-label="批注类别">
        {offered.map((each, index) => (
          <button
            key={each.id}
            type="button"
            className={`note-category ${categoryClass(each)}`}
            aria-pressed={category === each.name}
            data-key={index + 1}
            aria-keyshortcuts={`Alt+${index + 1}`}
            onClick={() => choose(category === each.name ? null : each.name)}
          >
            <CategoryMark category={each.name} />
          </button>
        ))}
      </fieldset>
      <TextArea
        ref={words}
        name="批注内容"
        placeholder="写一句批注"
        rows={4}
        value={note}
        readOnly={!writing}
        onChange={(event) => setNote(event.target.value)}
      />
      <TagsField
        tags={tags}
        typed={typedTag}
        onChange={(next, typed) => {
          if (!writing) return;
          setTags(next);
          setTypedTag(typed);
        }}
      />
      {settings.author === '' && (
        <TextField
          label="署名"
          placeholder="批注人姓名，填一次即可，可不填"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <footer className="note-editor-foot">
        <span role="status" className="note-status">
          {phase === 'saved' ? '已保存' : ''}
        </span>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
        <Button size="small" variant="primary" disabled={!writing} onClick={save}>
          保存
        </Button>
      </footer>
    </section>
  );
}
