import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { SearchField } from '../ui/Field.tsx';

/**
 * The box being typed in; asks at every keystroke, since a newer query overtakes an older one, but not
 * while an input method is composing.
 */
export function QueryBox({
  ref,
  query,
  onQuery,
  onKeyDown,
}: {
  ref: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const [typed, setTyped] = useState(query);
  const composing = useRef(false);
  const asked = useRef(query);

  // A query from elsewhere replaces what was typed; the box's own query never overtakes the typing.
  useEffect(() => {
    if (query === asked.current) return;
    asked.current = query;
    setTyped(query);
  }, [query]);
  // In one go with drawing what was typed: the question leaves a frame earlier.
  const take = (words: string) => {
    setTyped(words);
    if (composing.current || words === asked.current) return;
    asked.current = words;
    onQuery(words);
  };

  return (
    <SearchField
      ref={ref}
      name="检索内容"
      placeholder="输入要找的词句、数字"
      value={typed}
      onChange={take}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        take(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
