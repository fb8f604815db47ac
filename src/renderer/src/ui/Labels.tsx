import type { ReactNode } from 'react';
import { CloseIcon } from './icons.tsx';
import './labels.css';

/** A statement about the thing it stands beside; not a control. */
export function Tag({
  tone = 'plain',
  children,
}: {
  /** `warn` asks for a decision; `derived` marks what was computed (dashed). */
  tone?: 'plain' | 'warn' | 'derived';
  children: ReactNode;
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** A removable or pressable strip: a chosen report, a filter in force. */
export function Chip({
  label,
  count,
  pressed,
  onPress,
  onRemove,
}: {
  label: string;
  count?: number;
  pressed?: boolean;
  onPress?: () => void;
  onRemove?: () => void;
}) {
  const text = (
    <>
      {label}
      {count !== undefined && <span className="num">{count}</span>}
    </>
  );
  return (
    <span className={pressed ? 'chip chip-pressed' : 'chip'}>
      {onPress ? (
        <button type="button" className="chip-press" aria-pressed={pressed} onClick={onPress}>
          {text}
        </button>
      ) : (
        <span className="chip-press">{text}</span>
      )}
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
