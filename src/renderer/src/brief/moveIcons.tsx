import type { ReactNode } from 'react';

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function ArrowUpIcon() {
  return (
    <Drawing>
      <path d="M7 11.5v-9M3.5 6 7 2.5 10.5 6" />
    </Drawing>
  );
}

export function ArrowDownIcon() {
  return (
    <Drawing>
      <path d="M7 2.5v9M3.5 8 7 11.5 10.5 8" />
    </Drawing>
  );
}

export function GripIcon() {
  return (
    <Drawing>
      <path d="M5 3.5h.01M9 3.5h.01M5 7h.01M9 7h.01M5 10.5h.01M9 10.5h.01" strokeWidth="2" />
    </Drawing>
  );
}

export function UndoIcon() {
  return (
    <Drawing>
      <path d="M3 5.5h5a3 3 0 0 1 0 6H5M5.5 3 3 5.5 5.5 8" />
    </Drawing>
  );
}

export function RedoIcon() {
  return (
    <Drawing>
      <path d="M11 5.5H6a3 3 0 0 0 0 6h3M8.500 3 11 5.500 8.500 8" />
    </Drawing>
  );
}
