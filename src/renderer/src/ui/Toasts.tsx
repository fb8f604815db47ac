import { fetched } from './fetched.tsx';
import { type Said, type SaidAction, say } from './said.ts';

/** Where toasts are shown; once in the app. */
export const Toasts = fetched(async () => (await import('./ToastList.tsx')).ToastList, {
  wanted: () => false,
});

function sayer(kind: Said['kind']) {
  return (text: string, action?: SaidAction) => {
    say({ kind, text, action });
    void Toasts.fetch();
  };
}

/** Says what was done and offers the way back. Failures stay until closed. */
const toast = { done: sayer('done'), notice: sayer('notice'), fail: sayer('failure') };

export function useToast() {
  return toast;
}
