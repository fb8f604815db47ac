import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
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
  const [composing, setComposing] = useState(false);
  const asked = useRef(query);
  const ask = useRef(onQuery);
  ask.current = onQuery;
  const askNow = useCallback((words: string) => {
    asked.current = words;
    ask.current(words);
  }, []);

  // A query from elsewhere replaces what was typed; the box's own query never overtakes the typing.
  useEffect(() => {
    if (query === asked.current) return;
    asked.current = query;
    setTyped(query);
  }, [query]);
  useEffect(() => {
    if (composing || typed === asked.current) return;
    askNow(typed);
  }, [typed, composing, askNow]);

  return (
    <SearchField
      ref={ref}
      name="检索内容"
      placeholder="输入要找的词句、数字"
      value={typed}
      onChange={setTyped}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed !== query) {
          askNow(typed);
        } else onKeyDown(event);
      }}
    />
  );
}
