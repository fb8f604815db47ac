import type { ReactNode } from 'react';
import './layout.css';

/** The head of a side panel: its title, and a count or an action at the right. */
export function PanelHeader({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <header className="panel-header">
      <h2 className="panel-title">{title}</h2>
      {aside !== undefined && <div className="panel-aside">{aside}</div>}
    </header>
  );
}

/** Left: title or tabs. Right: filters and actions, the main one last. */
export function Toolbar({
  title,
  note,
  children,
  actions,
}: {
  title?: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="toolbar">
      <div className="toolbar-start">
        {title !== undefined && <h1 className="toolbar-title">{title}</h1>}
        {note !== undefined && <span className="toolbar-note">{note}</span>}
        {children}
      </div>
      {actions !== undefined && <div className="toolbar-actions">{actions}</div>}
    </header>
  );
}
