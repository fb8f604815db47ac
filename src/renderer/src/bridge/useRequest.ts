import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output, RouteName } from '../../../shared/contract/routes.ts';
import { keepAnswer, questionKey, readAnswer } from './answers.ts';
import { isAnsweredEarly, onLibraryEvent, type RequestError, request } from './request.ts';

export interface Answer<T> {
  /** The last good answer to this question; undefined until there is one. */
  value: T | undefined;
  error: RequestError | undefined;
  /** True while an answer is on its way. */
  loading: boolean;
  /** Asks again now. */
  refresh: () => void;
}

interface Asked<T> {
  key: string | null;
  value: T | undefined;
  error: RequestError | undefined;
  loading: boolean;
}

function start<T>(key: string | null): Asked<T> {
  const value = key === null ? undefined : (readAnswer(key) as T | undefined);
  return { key, value, error: undefined, loading: key !== null && !isAnsweredEarly(key) };
}

/**
 * Asks a question of the contract and asks again whenever the library changed. A null input asks
 * nothing. A later question overtakes an earlier one.
 *
 * `keepPrevious` shows the answer to the question before while the next is under way, for typing.
 */
export function useRequest<N extends RouteName>(
  name: N,
  input: Input<N> | null,
  options: { keepPrevious?: boolean } = {},
): Answer<Output<N>> {
  const key = input === null ? null : questionKey(name, input);
  const [asked, setAsked] = useState<Asked<Output<N>>>(() => start(key));
  const latest = useRef(input);
  latest.current = input;
  const turn = useRef(0);
  const drawnWithout = useRef(false);

  const refresh = useCallback(() => {
    const question = latest.current;
    turn.current += 1;
    const mine = turn.current;
    if (key === null || question === null) {
      setAsked(start(null));
      return;
    }
    setAsked((before) => {
      if (before.key !== key) return start<Output<N>>(key);
      return before.loading ? before : { ...before, loading: true };
    });
    request(name, question).then(
      (value) => {
        const kept = keepAnswer(key, value) as Output<N>;
        if (turn.current === mine) setAsked({ key, value: kept, error: undefined, loading: false });
      },
      (error: RequestError) => {
        if (turn.current === mine)
          setAsked((before) => ({ ...before, key, error, loading: false }));
      },
    );
  }, [name, key]);

  useEffect(() => {
    // What the first screen was drawn from is not drawn a second time; but an answer may have come between
    // the drawing and this.
    if (key === null || drawnWithout.current || !isAnsweredEarly(key)) refresh();
    return () => {
      turn.current += 1;
    };
  }, [key, refresh]);

  useEffect(
    () => onLibraryEvent((event) => event.type === 'library.changed' && refresh()),
    [refresh],
  );

  const shown = useRef<Output<N> | undefined>(undefined);
  // The render in which the question changed still holds the old answer in its state.
  const current = asked.key === key ? asked : start<Output<N>>(key);
  drawnWithout.current = current.value === undefined;
  if (current.value !== undefined) shown.current = current.value;
  const value = current.value ?? (options.keepPrevious && key !== null ? shown.current : undefined);
  return { value, error: current.error, loading: current.loading, refresh };
}
