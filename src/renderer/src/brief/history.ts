import { useCallback, useEffect, useRef, useState } from 'react';

interface Steps<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** What the last change was on: typing in one field is one step. */
  field: string | null;
}

const MOST_STEPS = 100;

export interface History<T> {
  now: T;
  /** A change; changes of one `field` in a row are taken back together. */
  change: (next: T, field?: string) => void;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
}

export function stepTo<T>(steps: Steps<T>, next: T, field: string | null): Steps<T> {
  if (field !== null && field === steps.field) return { ...steps, now: next, future: [] };
  return {
    past: [...steps.past, steps.now].slice(-MOST_STEPS),
    now: next,
    future: [],
    field,
  };
}

export function stepBack<T>(steps: Steps<T>): Steps<T> {
  const now = steps.past.at(-1);
  if (now === undefined) return steps;
  return { past: steps.past.slice(0, -1), now, future: [steps.now, ...steps.future], field: null };
}

export function stepForth<T>(steps: Steps<T>): Steps<T> {
  const [now, ...future] = steps.future;
  if (now === undefined) return steps;
  return { past: [...steps.past, steps.now], now, future, field: null };
}

export function startSteps<T>(now: T): Steps<T> {
  return { past: [], now, future: [], field: null };
}

/** A value that the person changes, with the way back and forth. */
export function useHistory<T>(start: T): History<T> {
  const [steps, setSteps] = useState(() => startSteps(start));
  const change = useCallback(
    (next: T, field?: string) => setSteps((before) => stepTo(before, next, field ?? null)),
    [],
  );
  return {
    now: steps.now,
    change,
    undo: steps.past.length > 0 ? () => setSteps(stepBack) : undefined,
    redo: steps.future.length > 0 ? () => setSteps(stepForth) : undefined,
  };
}

/** Ctrl+Z and Ctrl+Y; in a field being typed in, the browser's own undo holds. */
export function useUndoKeys<T>(history: History<T>): void {
  const latest = useRef(history);
  latest.current = history;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) {
        return;
      }
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      const { undo, redo } = latest.current;
      event.preventDefault();
      (key === 'y' || event.shiftKey ? redo : undo)?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement;
}
