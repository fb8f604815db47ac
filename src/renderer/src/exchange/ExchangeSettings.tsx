import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { momentLabel } from '../ui/dates.ts';
import { useToast } from '../ui/Toasts.tsx';
import { ChooseForPackage } from './ChooseForPackage.tsx';
import { MergedPackage } from './MergedPackage.tsx';
import { MergePackage } from './MergePackage.tsx';

type Preview = NonNullable<Output<'exchange.choose'>['preview']>;

/** Parts of the library for colleagues, and theirs for this one. */
export function ExchangeSettings() {
  const toast = useToast();
  const reports = useRequest('reports.list', {}).value?.reports ?? [];
  const merges = useRequest('exchange.merges', {}).value?.merges ?? [];
  const choose = useMutation('exchange.choose', toast.fail);
  const [dialog, setDialog] = useState<Preview | 'export' | 'merges' | null>(null);
  const onClose = () => setDialog(null);
  const onMerge = async () => {
    const answer = await choose.run({});
    if (answer?.preview) setDialog(answer.preview);
  };

  return (
    <section>
      <h2>交换包</h2>
      <div className="settings-line settings-wrap">
        <Button disabled={reports.length === 0} onClick={() => setDialog('export')}>
          导出交换包
        </Button>
        <Button disabled={choose.pending} onClick={onMerge}>
          并入交换包
        </Button>
        <Button disabled={merges.length === 0} onClick={() => setDialog('merges')}>
          并入记录
        </Button>
      </div>
      <p className="quiet">
        把一部分资料连同批注交给同事，或把同事的并进来。两边都改过的批注各留一条，您做过的认定不动。
      </p>
      {dialog === 'export' && <ChooseForPackage reports={reports} onClose={onClose} />}
      {dialog === 'merges' && (
        <Dialog open title="并入记录" width="wide" onClose={onClose}>
          {merges.map((merged) => (
            <section key={merged.mergedAt} className="package-merge">
              <p className="quiet num">{momentLabel(merged.mergedAt)}</p>
              <MergedPackage merged={merged} />
            </section>
          ))}
        </Dialog>
      )}
      {dialog !== null && typeof dialog === 'object' && (
        <MergePackage preview={dialog} onClose={onClose} />
      )}
    </section>
  );
}
