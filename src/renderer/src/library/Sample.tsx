import { useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** Takes the sample out of the library again, after asking. */
export function RemoveSample({ reports }: { reports: ReportSummary[] }) {
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const remove = useMutation('library.removeSample', toast.fail);
  const open = useMutation('library.openSample', toast.fail);
  const sample = reports.filter(({ fromSample }) => fromSample);
  const notes = sample.reduce((sum, { annotationCount }) => sum + annotationCount, 0);
  const withNotes = notes > 0 ? `和写在上面的 ${notes} 条批注` : '';

  const proceed = async () => {
    setAsking(false);
    const result = await remove.run({});
    if (!result) return;
    toast.done(`已移除 ${result.removed} 篇样例。`, {
      label: '撤销',
      run: () => void open.run({}),
    });
  };
  return (
    <>
      <Button size="small" variant="text" onClick={() => setAsking(true)}>
        移除样例库
      </Button>
      <ConfirmDialog
        open={asking}
        title="移除样例库？"
        message={`将移除 ${sample.length} 篇样例${withNotes}。本镇资料不受影响。以后可从“五步引导”重新打开样例。`}
        keep="保留"
        proceed="移除样例库"
        onKeep={() => setAsking(false)}
        onProceed={proceed}
      />
    </>
  );
}
