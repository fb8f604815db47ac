import { useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { fetched } from '../ui/fetched.tsx';
import { MoreIcon } from '../ui/icons.tsx';

interface RowMenuProps {
  report: ReportSummary;
  name: string;
}

const OpenRowMenu = fetched<RowMenuProps>(
  async () => (await import('./OpenRowMenu.tsx')).OpenRowMenu,
  { meanwhile: ({ name }) => <MoreButton name={name} /> },
);

function MoreButton({ name, onClick }: { name: string; onClick?: () => void }) {
  return (
    <button
      type="button"
      className="icon-button row-more"
      aria-label={name}
      aria-haspopup="menu"
      onClick={onClick}
    >
      <MoreIcon />
    </button>
  );
}

/** The menu of a row is made when it is first asked for: a table has many rows and few open menus. */
export function RowMenu({ report }: { report: ReportSummary }) {
  const [asked, setAsked] = useState(false);
  const name = `${report.title}的操作`;
  if (asked) return <OpenRowMenu report={report} name={name} />;
  return <MoreButton name={name} onClick={() => setAsked(true)} />;
}
