import { useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { SnapshotChoice } from '../rescue/SnapshotChoice.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** Backup, restore, snapshots and the check of the whole library. */
export function Safekeeping() {
  const toast = useToast();
  const kept = useRequest('library.listSnapshots', {});
  const [choosing, setChoosing] = useState(false);
  const backup = useMutation('library.backup', toast.fail);
  const restore = useMutation('library.restore', toast.fail);
  const verify = useMutation('library.verify', toast.fail);
  const chooseFolder = useMutation('library.chooseSecondFolder', toast.fail);
  const dropFolder = useMutation('library.dropSecondFolder', toast.fail);
  const pending = [backup, restore, verify, chooseFolder].some((step) => step.pending);
  const secondFolder = kept.value?.secondFolder ?? null;

  const onBackup = async () => {
    const written = await backup.run({});
    if (written?.fileName) {
      toast.done(`已备份并核对：${written.reportCount} 篇、${written.annotationCount} 条批注。`);
    }
  };
  const onRestore = async () => {
    const answer = await restore.run({});
    if (answer?.restored) toast.done('已还原。还原前的资料留有快照，可以退回。');
  };
  const onVerify = async () => {
    const report = await verify.run({});
    if (report?.sound) toast.done(`查验完好：${report.reportCount} 篇正文一字未变。`);
    else if (report) toast.fail('查验发现损坏。请从快照还原，现在的文件会另存，不会删除。');
  };
  const onFolder = async (run: () => Promise<unknown>) => {
    await run();
    kept.refresh();
  };

  return (
    <section>
      <h2>备份与还原</h2>
      <div className="settings-line settings-wrap">
        <Button disabled={pending} onClick={onBackup}>
          备份到一个文件
        </Button>
        <Button disabled={pending} onClick={onRestore}>
          从备份还原
        </Button>
        <Button disabled={!kept.value?.snapshots.length} onClick={() => setChoosing(true)}>
          从快照还原
        </Button>
        <Button disabled={pending} onClick={onVerify}>
          查验资料库
        </Button>
      </div>
      <p className="quiet">
        有改动后自动留快照，现有 {kept.value?.snapshots.length ?? 0}{' '}
        份。还原前的资料另存，不会删除。
      </p>
      <div className="settings-line settings-wrap">
        <span>{secondFolder ? `快照另存到“${secondFolder.name}”` : '快照可另存到 D 盘或U盘'}</span>
        <Button size="small" onClick={() => onFolder(() => chooseFolder.run({}))}>
          选择文件夹
        </Button>
        {secondFolder && (
          <Button size="small" onClick={() => onFolder(() => dropFolder.run({}))}>
            不再另存
          </Button>
        )}
      </div>
      {secondFolder?.problem && <p role="alert">{secondFolder.problem}</p>}
      {choosing && (
        <SnapshotDialog
          snapshots={kept.value?.snapshots ?? []}
          onClose={() => {
            setChoosing(false);
            kept.refresh();
          }}
        />
      )}
    </section>
  );
}

function SnapshotDialog({
  snapshots,
  onClose,
}: Pick<Parameters<typeof SnapshotChoice>[0], 'snapshots'> & { onClose: () => void }) {
  const toast = useToast();
  const [chosen, setChosen] = useState(snapshots[0]?.id);
  const restore = useMutation('library.restoreSnapshot', toast.fail);
  const onRestore = async () => {
    if (chosen === undefined || !(await restore.run({ id: chosen }))) return;
    toast.done('已还原。还原前的资料留有快照，可以退回。');
    onClose();
  };
  return (
    <Dialog
      open
      title="从快照还原"
      width="wide"
      onClose={onClose}
      actions={
        <Button variant="primary" disabled={restore.pending} onClick={onRestore}>
          还原选中的快照
        </Button>
      }
    >
      <SnapshotChoice snapshots={snapshots} chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}
