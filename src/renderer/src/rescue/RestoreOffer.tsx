import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { ConfirmDialog, Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { broughtBackWords } from './words.ts';

/** Asks what to do with a backup that was opened by a double click. */
export function RestoreOffer() {
  const toast = useToast();
  const offer = useRequest('library.offeredBackup', {}).value?.offer ?? null;
  const answer = useMutation('library.answerOffer', toast.fail);
  if (offer === null) return null;
  const { fileName, counts, problem } = offer;
  const decline = () => void answer.run({ restore: false });
  if (counts === null) {
    return (
      <Dialog open title="这个备份不能用" onClose={decline}>
        <p>{fileName}</p>
        <p role="alert">{problem}</p>
      </Dialog>
    );
  }
  const restore = async () => {
    const done = await answer.run({ restore: true });
    if (done === undefined) return;
    const words = broughtBackWords(done.broughtBack);
    if (words === null) toast.done('已还原。还原前的资料留有快照，可以退回。');
    else toast.notice(`已还原。${words}`);
  };
  return (
    <ConfirmDialog
      open
      title="用这个备份替换现有资料？"
      message={`“${fileName}”里有 ${counts.reportCount} 篇资料、${counts.annotationCount} 条批注，已核对完好。还原后，现有资料将换成备份里的；现有资料先留快照并另存，可以退回。`}
      keep="不还原"
      proceed="还原"
      onKeep={decline}
      onProceed={restore}
    />
  );
}
