export interface SaidAction {
  label: string;
  run: () => void;
}

export interface Said {
  kind: 'done' | 'notice' | 'failure';
  text: string;
  action: SaidAction | undefined;
}

export const SHOWN_MS = 8000;

/** Said before the list that shows it was there. */
const waiting: Said[] = [];
let show: ((said: Said) => void) | undefined;

export function say(said: Said): void {
  if (show) show(said);
  else waiting.push(said);
}

/** Shows everything said from now on, and what is still waiting, until the answer is called. */
export function onSaid(listener: (said: Said) => void): () => void {
  show = listener;
  for (const said of waiting.splice(0)) listener(said);
  return () => {
    show = undefined;
  };
}
