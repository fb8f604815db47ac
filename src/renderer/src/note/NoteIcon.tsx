/** A sheet with a pen: writing a note. */
export function NoteIcon({ size = 16 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M8.5 2.5h-6v11h11v-6" />
      <path d="m6 10 .6-2.6L12.3 1.7l2 2L8.6 9.4z" />
    </svg>
  );
}
