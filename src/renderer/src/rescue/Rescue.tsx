import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { SnapshotChoice } from './SnapshotChoice.tsx';
import { broughtBackWords } from './words.ts';
import './rescue.css';

type Trouble = NonNullable<Output<'library.trouble'>['trouble']>;

/** The one screen for a library that cannot be opened: what happened, what is safe, what to do. */
export function Rescue({ trouble }: { trouble: Trouble }) {
  const { code, message, canReplace, snapshots } = trouble;
  const toast = useToast();
  const [chosen, setChosen] = useState(snapshots[0]?.id);
  const restoreSnapshot = useMutation('library.restoreSnapshot', toast.fail);
  const restore = useMutation('library.restore', toast.fail);
  const startAnew = useMutation('library.startAnew', toast.fail);
  const reopen = useMutation('library.reopen', toast.fail);
  const openAsIs = useMutation('library.openAsIs', toast.fail);
  const pending = [restoreSnapshot, restore, startAnew, reopen, openAsIs].some(
    (step) => step.pending,
  );

  const tell = (done: Pick<Output<'library.restore'>, 'broughtBack'> | undefined) => {
    const words = broughtBackWords(done?.broughtBack ?? null);
    if (words !== null) toast.notice(words);
  };

  return (
    <main className="rescue scroll">
      <h1 className="rescue-title">资料库没有打开</h1>
      <p role="alert">{message}</p>
      {canReplace && snapshots.length > 0 && (
        <SnapshotChoice snapshots={snapshots} chosen={chosen} onChoose={setChosen} />
      )}
      <div className="rescue-actions">
        {canReplace && chosen !== undefined && (
          <Button
            variant="primary"
            disabled={pending}
            onClick={async () => tell(await restoreSnapshot.run({ id: chosen }))}
          >
            还原选中的快照
          </Button>
        )}
        {canReplace && (
          <Button disabled={pending} onClick={async () => tell(await restore.run({}))}>
            从备份文件还原
          </Button>
        )}
        <Button disabled={pending} onClick={() => reopen.run({})}>
          再试一次
        </Button>
        {code === 'log-lost' && (
          <Button disabled={pending} onClick={() => openAsIs.run({})}>
            照现在的样子打开
          </Button>
        )}
        {canReplace && code !== 'log-lost' && (
          <Button disabled={pending} onClick={async () => tell(await startAnew.run({}))}>
            新建空资料库
          </Button>
        )}
      </div>
      {canReplace && (
        <p className="quiet">
          原来的文件会移到资料库文件夹的 set-aside 里，不会删除。
          {code === 'damaged' &&
            '里面还读得出的资料、批注、参阅材料、起草稿连同历稿和设置，会自动并回来，并告诉您各有多少；资料和批注另见“设置”里的“并入记录”。'}
        </p>
      )}
      {pending && <Progress title="正在处理" done={0} total={0} />}
    </main>
  );
}
