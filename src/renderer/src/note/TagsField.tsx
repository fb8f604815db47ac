import { type KeyboardEvent, useRef } from 'react';
import { Chip } from '../ui/Labels.tsx';
import { addTags, endsTag } from './tags.ts';

/**
 * The tags of a note. A comma or Enter ends the one being typed, Backspace in the empty field takes
 * the last away. What is being typed is the caller's, so that saving does not lose it.
 */
export function TagsField({
  tags,
  typed,
  onChange,
}: {
  tags: readonly string[];
  typed: string;
  onChange: (tags: string[], typed: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      onChange(addTags(tags, typed), '');
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      event.preventDefault();
      onChange(tags.slice(0, -1), '');
    }
  };
  const remove = (tag: string) => {
    onChange(
      tags.filter((each) => each !== tag),
      typed,
    );
    field.current?.focus();
  };
  return (
    <fieldset className="note-tags" aria-label="标签">
      {tags.map((tag) => (
        <Chip key={tag} label={tag} onRemove={() => remove(tag)} />
      ))}
      <input
        ref={field}
        className="note-tag-input"
        aria-label="加标签"
        placeholder={tags.length === 0 ? '标签，用逗号或回车隔开' : '再加'}
        value={typed}
        spellCheck={false}
        onKeyDown={onKeyDown}
        onChange={({ target, nativeEvent }) => {
          const composing = (nativeEvent as InputEvent).isComposing;
          if (!composing && endsTag(target.value)) onChange(addTags(tags, target.value), '');
          else onChange([...tags], target.value);
        }}
      />
    </fieldset>
  );
}
