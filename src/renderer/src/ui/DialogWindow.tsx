import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from './Button.tsx';
import './dialog.css';
import { CloseIcon } from './icons.tsx';

/** A window of its own over the view. Escape closes it and focus goes back where it was. */
export function DialogWindow({
  open,
  title,
  width = 'normal',
  onClose,
  actions,
  startIn,
  children,
}: {
  open: boolean;
  title: string;
  width?: 'normal' | 'wide' | 'drawer';
  /** Where the focus begins, as a selector inside the dialog; otherwise at its first control. */
  startIn?: string;
  onClose: () => void;
  /** Buttons at the lower right. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  const start = () => popup.current?.querySelector<HTMLElement>(startIn ?? '*') ?? true;
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="veil" />
        <BaseDialog.Popup
          ref={popup}
          className={`dialog dialog-${width}`}
          initialFocus={startIn === undefined ? undefined : start}
        >
          <header className="dialog-header">
            <BaseDialog.Title className="dialog-title">{title}</BaseDialog.Title>
            {/* No tip: it would open as the focus begins here, and take the first Escape for itself. */}
            <BaseDialog.Close className="icon-button" aria-label="关闭">
              <CloseIcon size={16} />
            </BaseDialog.Close>
          </header>
          <div className="dialog-body scroll">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** Asks before something that is hard to take back. Focus starts on the safe answer. */
export function ConfirmWindow({
  open,
  title,
  message,
  keep,
  proceed,
  onKeep,
  onProceed,
}: {
  open: boolean;
  /** The consequence, as a question: 移除样例库? */
  title: string;
  message: string;
  keep: string;
  proceed: string;
  onKeep: () => void;
  onProceed: () => void;
}) {
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onKeep()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="veil" />
        <AlertDialog.Popup className="dialog dialog-normal" initialFocus={safe}>
          <header className="dialog-header">
            <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          </header>
          <AlertDialog.Description className="dialog-body">{message}</AlertDialog.Description>
          <footer className="dialog-actions">
            <Button ref={safe} onClick={onKeep}>
              {keep}
            </Button>
            <Button variant="danger" onClick={onProceed}>
              {proceed}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
