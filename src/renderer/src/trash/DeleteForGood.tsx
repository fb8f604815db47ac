import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { momentLabel } from '../ui/dates.ts';
import { Progress } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';

type Copy = Output<'trash.copies'>['copies'][number];

const PLACES: Record<Copy['place'], string> = {
  snapshots: '快照',
  'set-aside': '还原时另存的文件',
  'second-folder': '另存的快照',
};

/** The last question before something is gone: what goes, and which older copies are cleaned with it. */
export function DeleteForGood({
  choice,
  onBack,
  onDone,
}: {
  choice: { reports: string[]; notes: string[] };
  onBack: () => void;
  onDone: () => void;
}) {
  const toast = useToast();
  const copies = useRequest('trash.copies', choice).value?.copies;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const remove = useMutation('trash.deleteForGood', toast.fail);
  const cleaned = copies?.filter(({ id }) => !kept.has(id)) ?? [];
  const what = [
    choice.reports.length > 0 && `${choice.reports.length} 篇资料和写在上面的批注`,
    choice.notes.length > 0 && `${choice.notes.length} 条批注`,
  ]
    .filter(Boolean)
    .join('、');
  const keep = (id: string, on: boolean) => {
    const left = new Set(kept);
    if (on) left.add(id);
    else left.delete(id);
    setKept(left);
  };

  const onDelete = async () => {
    const done = await remove.run({ ...choice, copies: cleaned.map(({ id }) => id) });
    if (done === undefined) return;
    const clean = done.rewritten + done.deleted;
    toast.done(
      `已彻底删除 ${done.reports} 篇资料、${done.notes} 条批注。${clean > 0 ? `清理了 ${clean} 份旧文件。` : ''}`,
    );
    onDone();
  };
  return (
    <Dialog
      open
      title="彻底删除？"
      width="wide"
      startIn="[data-safe]"
      onClose={onBack}
      actions={
        <>
          <Button data-safe disabled={remove.pending} onClick={onBack}>
            返回
          </Button>
          <Button
            variant="danger"
            disabled={copies === undefined || remove.pending}
            onClick={onDelete}
          >
            彻底删除
          </Button>
        </>
      }
    >
      <p>
        将彻底删除{what}，不能恢复。参阅材料和草稿里已摘录的文字、您自己另存的备份文件不受影响。
      </p>
      {copies !== undefined && copies.length > 0 && (
        <>
          <p>
            下列旧文件里也有这些内容。勾选的将重写，只去掉这些内容，其余照旧；不勾选的原样保留，内容仍可从中还原。
          </p>
          <ul className="trash-list" aria-label="一并清理的旧文件">
            {copies.map((copy) => (
              <li key={copy.id} className="trash-copy">
                <Checkbox
                  label={nameOf(copy)}
                  checked={!kept.has(copy.id)}
                  onChange={(on) => keep(copy.id, !on)}
                />
                <span className="quiet">
                  {copy.readable ? copy.reason : '已损坏，读不出；勾选即删除此文件'}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {copies?.length === 0 && <p className="quiet">没有快照或另存的文件含有这些内容。</p>}
      {remove.pending && <Progress title="正在删除并重写资料库" done={0} total={0} />}
    </Dialog>
  );
}

function nameOf({ place, takenAt }: Copy): string {
  return takenAt === null ? PLACES[place] : `${PLACES[place]} ${momentLabel(takenAt)}`;
}
