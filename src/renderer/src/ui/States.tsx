import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import './states.css';

/** Nothing here yet: one sentence of what is, one of what can be done, one or two buttons. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section className="empty-state">
      <h2 className="empty-title">{title}</h2>
      {children && <p className="empty-text">{children}</p>}
      {actions && <div className="empty-actions">{actions}</div>}
    </section>
  );
}

/** A view that could not be filled: the sentence of the failure and a way to try again. */
export function FailureState({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <section className="empty-state" role="alert">
      <h2 className="empty-title">没有取到内容</h2>
      <p className="empty-text">{message}</p>
      <div className="empty-actions">
        <Button onClick={onRetry}>重试</Button>
      </div>
    </section>
  );
}

/** Work shorter than this shows nothing, so that nothing flickers. */
const SHOWN_AFTER_MS = 1000;

/** How far long work has come; appears after a second. `total` 0 means that the amount is not known. */
export function Progress({
  title,
  done,
  total,
  label,
  onCancel,
}: {
  title: string;
  done: number;
  total: number;
  label?: string;
  onCancel?: () => void;
}) {
  const [early, setEarly] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setEarly(false), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <section className={early ? 'progress progress-early' : 'progress'}>
      <header className="progress-header">
        <strong>{title}</strong>
        {total > 0 && (
          <span className="num quiet">
            第 {Math.min(done + 1, total)} 个，共 {total} 个
          </span>
        )}
      </header>
      <div
        className={total > 0 ? 'progress-track' : 'progress-track progress-unknown'}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={total > 0 ? total : undefined}
        aria-valuenow={total > 0 ? done : undefined}
      >
        <div
          className="progress-bar"
          style={total > 0 ? { width: `${share * 100}%` } : undefined}
        />
      </div>
      <footer className="progress-footer">
        <span className="progress-label">{label}</span>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        )}
      </footer>
    </section>
  );
}
