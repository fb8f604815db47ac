import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Progress } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { Digest } from './Digest.tsx';
import './exchange.css';

type Written = Output<'exchange.export'>;

const MOST_NAMED = 6;

/** Writes the reports that were chosen to a package, and says what went into it. */
export function ExportPackage({
  reports,
  onClose,
}: {
  reports: readonly ReportSummary[];
  onClose: () => void;
}) {
  const toast = useToast();
  const [title, setTitle] = useState('');
  const [written, setWritten] = useState<Written | null>(null);
  const write = useMutation('exchange.export', toast.fail);
  const onWrite = async () => {
    const done = await write.run({ ids: reports.map(({ id }) => id), title });
    if (done?.fileName) setWritten(done);
  };

  if (written !== null) {
    return (
      <Dialog
        open
        title="已导出交换包"
        onClose={onClose}
        actions={
          <Button variant="primary" onClick={onClose}>
            完成
          </Button>
        }
      >
        <p>
          “{written.fileName}”：{written.reportCount} 篇资料、{written.noteCount} 条批注。
        </p>
        {written.leftOut > 0 && (
          <p role="status">
            另有 {written.leftOut}{' '}
            条批注还连着没有选的资料，没有放进去。要带上，请把相连的资料一并选上。
          </p>
        )}
        <Digest digest={written.digest} />
      </Dialog>
    );
  }
  const names = reports.slice(0, MOST_NAMED).map(shortName).join('、');
  return (
    <Dialog
      open
      title="导出交换包"
      startIn="input"
      onClose={onClose}
      actions={
        <Button variant="primary" disabled={write.pending} onClick={onWrite}>
          导出…
        </Button>
      }
    >
      <p>
        {names}
        {reports.length > MOST_NAMED && '等'}，共 {reports.length} 篇。
      </p>
      <p className="quiet package-what">
        正文、批注、认定和改正过的指标都带上，署着各人的名字。对方并入后，两边都改过的批注会各留一条。
      </p>
      <TextField
        label="名称"
        hint="可不填。对方并入前先看到它。"
        maxLength={60}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {write.pending && <Progress title="正在导出" done={0} total={0} />}
    </Dialog>
  );
}
