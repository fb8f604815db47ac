import type { ReactNode } from 'react';

interface IconProps {
  /** Pixels. */
  size?: number;
}

/** A drawing on a 20-unit grid, line 1.5, round ends. Always beside a word or inside a named control. */
function Drawing({ size = 20, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function LibraryIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M3.5 3.5h3v13h-3zM6.5 3.5h3.5v13H6.5zM10.5 5l3-.9 3.4 12-3 .9z" />
    </Drawing>
  );
}

export function SearchIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <circle cx="8.7" cy="8.7" r="5.2" />
      <path d="m12.6 12.6 4.4 4.4" />
    </Drawing>
  );
}

export function CompareIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M2.5 4h7v12.5h-7zM10.5 4h7v12.5h-7zM4.8 7.2h2.4M4.8 10h2.4M12.8 7.2h2.4M12.8 10h2.4M12.8 12.8h2.4" />
    </Drawing>
  );
}

export function NoteIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M3.5 4h13v10h-5.6l-3.4 2.8V14h-4zM6.8 7.6h6.4M6.8 10.4h4" />
    </Drawing>
  );
}

export function BriefIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M4.5 2.8h7.4l3.6 3.6v10.8h-11zM11.7 2.8v3.8h3.8M7.3 10h5.4M7.3 13h5.4" />
    </Drawing>
  );
}

export function DraftIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m4 16 1-4 8.5-8.5 3 3L8 15zM11.5 5.5l3 3M4 17.5h12" />
    </Drawing>
  );
}

export function SettingsIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <circle cx="10" cy="10" r="2.6" />
      <path d="M10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6" />
    </Drawing>
  );
}

export function BackIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m12 4-6 6 6 6" />
    </Drawing>
  );
}

export function ForwardIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m8 4 6 6-6 6" />
    </Drawing>
  );
}

export function ChevronRightIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m8 5 5 5-5 5" />
    </Drawing>
  );
}

export function ChevronDownIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m5 8 5 5 5-5" />
    </Drawing>
  );
}

export function CloseIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m5 5 10 10M15 5 5 15" />
    </Drawing>
  );
}

export function PlusIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M10 4v12M4 10h12" />
    </Drawing>
  );
}

export function CheckIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m4.5 10.5 3.5 3.5 7.5-8" />
    </Drawing>
  );
}

export function MoreIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.4" />
    </Drawing>
  );
}

export function WarningIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M10 3.2 17.5 16.5h-15zM10 8.2v4M10 14.4h.01" />
    </Drawing>
  );
}

export function UpIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m5 12 5-5 5 5" />
    </Drawing>
  );
}

export function DownIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="m5 8 5 5 5-5" />
    </Drawing>
  );
}

export function PanelIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M3 4h14v12H3zM8 4v12" />
    </Drawing>
  );
}
