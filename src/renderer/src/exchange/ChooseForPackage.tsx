import { useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ExportPackage } from './ExportPackage.tsx';
import './exchange.css';

/** Which places go into a package; single reports are ticked in the library. */
export function ChooseForPackage({
  reports,
  onClose,
}: {
  reports: readonly ReportSummary[];
  onClose: () => void;
}) {
  const places = Map.groupBy(reports, ({ place }) => place.join(' ') || '地区待认定');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [ready, setReady] = useState(false);
  const chosen = [...places].flatMap(([place, there]) => (left.has(place) ? [] : there));
  const tick = (place: string, on: boolean) => {
    const others = new Set(left);
    if (on) others.delete(place);
    else others.add(place);
    setLeft(others);
  };

  if (ready) return <ExportPackage reports={chosen} onClose={onClose} />;
  return (
    <Dialog
      open
      title="选要交换的资料"
      onClose={onClose}
      actions={
        <Button variant="primary" disabled={chosen.length === 0} onClick={() => setReady(true)}>
          下一步（{chosen.length} 篇）
        </Button>
      }
    >
      <ul className="package-list" aria-label="地区">
        {[...places].map(([place, there]) => (
          <li key={place} className="package-line">
            <Checkbox label={place} checked={!left.has(place)} onChange={(on) => tick(place, on)} />
            <span className="num quiet">{there.length} 篇</span>
          </li>
        ))}
      </ul>
      <p className="quiet">只换其中几篇，请在资料库里勾选后点“导出交换包”。</p>
    </Dialog>
  );
}
