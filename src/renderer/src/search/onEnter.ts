import type { KeyboardEvent } from 'react';

/**
 * Enter in a line of text does what the dialog is for, but not while an input method is composing. The
 * key ends there: as the dialog closes, the focus goes back to the button that opened it.
 */
export function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
}
