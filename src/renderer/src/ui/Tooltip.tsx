import { cloneElement, type ReactElement } from 'react';

/** The name of a control under the pointer or on focus. The control itself carries the same name. */
export function Tooltip({ text, children }: { text: string; children: ReactElement<object> }) {
  return cloneElement(children, { 'data-tip': text } as object);
}
