import type { ReactNode } from 'react';
import { CloseIcon } from './icons.tsx';
import './labels.css';

/** A statement about the thing it stands beside; not a control. */
export function Tag({
  tone = 'plain',
  children,
}: {
  /** `warn` asks for a decision. */
  tone?: 'plain' | 'warn';
  children: ReactNode;
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** A chosen report, a filter in force: something that can be taken away again. */
export function Chip({ label, onRemove }: { label: string; onRemove?: () => void }) {
  return (
    <span className="chip">
      <span className="chip-label">{label}</span>
      {onRemove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={`移除${label}`}
          onClick={onRemove}
        >
          <CloseIcon size={14} />
        </button>
      )}
    </span>
  );
}
