import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { momentLabel } from '../ui/dates.ts';
import { Progress } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { Digest } from './Digest.tsx';
import './exchange.css';
import { KeptDecisions } from './KeptDecisions.tsx';
import { MergedPackage } from './MergedPackage.tsx';
import { noteCounts, reportCounts, STANDINGS } from './words.ts';

type Preview = NonNullable<Output<'exchange.choose'>['preview']>;
type Done = Output<'exchange.merge'>;

const MOST_TITLES = 200;

/** What a package holds and what merging it would do; then, what it has done and the way back. */
export function MergePackage({
  preview,
  onMerge: onBegun,
  onClose,
}: {
  preview: Preview;
  onMerge?: () => void;
  onClose: () => void;
}) {
  const toast = useToast();
  const [done, setDone] = useState<Done | null>(null);
  const merge = useMutation('exchange.merge', toast.fail);
  const undo = useMutation('library.restoreSnapshot', toast.fail);

  if (done !== null) {
    const { snapshotId } = done;
    const onUndo = async () => {
      if (snapshotId === null || !(await undo.run({ id: snapshotId }))) return;
      toast.done('已撤销并入，资料库和并入前一样。');
      onClose();
    };
    return (
      <Dialog
        open
        title="已并入交换包"
        width="wide"
        startIn="[data-done]"
        onClose={onClose}
        actions={
          <>
            {snapshotId !== null && (
              <Button disabled={undo.pending} onClick={onUndo}>
                撤销并入
              </Button>
            )}
            <Button data-done variant="primary" disabled={undo.pending} onClick={onClose}>
              完成
            </Button>
          </>
        }
      >
        <MergedPackage merged={done.merged} />
        {undo.pending && <Progress title="正在撤销" done={0} total={0} />}
      </Dialog>
    );
  }

  const { title, author, createdAt, digest, changes, standings, kept } = preview;
  const onMerge = async () => {
    onBegun?.();
    const answer = await merge.run({ packageId: preview.packageId });
    if (answer !== undefined) setDone(answer);
  };
  return (
    <Dialog
      open
      title="并入交换包"
      width="wide"
      startIn="[data-merge]"
      onClose={onClose}
      actions={
        <>
          <Button disabled={merge.pending} onClick={onClose}>
            {changes ? '不并入' : '关闭'}
          </Button>
          {changes && (
            <Button data-merge variant="primary" disabled={merge.pending} onClick={onMerge}>
              并入
            </Button>
          )}
        </>
      }
    >
      <p className="package-title">{title}</p>
      <p className="quiet">
        {author || '没有署名'}，{momentLabel(createdAt)}做成
      </p>
      <Digest digest={digest} />
      <p>资料：{reportCounts(preview.reports)}</p>
      <p>批注：{noteCounts(preview.notes)}</p>
      <p className="quiet">
        {changes
          ? '您做过的认定不动；并入前先留快照，可以退回。'
          : '里面的资料和批注这里都有，不用并入。'}
      </p>
      <KeptDecisions kept={kept} />
      <ul className="package-list" aria-label="包里的资料">
        {standings.slice(0, MOST_TITLES).map((report) => (
          <li key={report.id} className="package-line">
            <span className="package-name">{report.title}</span>
            <span className="quiet">{STANDINGS[report.standing]}</span>
          </li>
        ))}
      </ul>
      {standings.length > MOST_TITLES && <p className="quiet num">以上是前 {MOST_TITLES} 篇。</p>}
      {merge.pending && <Progress title="正在并入" done={0} total={0} />}
    </Dialog>
  );
}
