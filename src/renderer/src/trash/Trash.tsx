import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { dayLabel } from '../ui/dates.ts';
import { useToast } from '../ui/Toasts.tsx';
import { DeleteForGood } from './DeleteForGood.tsx';
import './trash.css';

type Trash = Output<'trash.list'>;

/** What was removed: brought back with one click, or deleted for good. Not shown while there is none. */
export function TrashButton() {
  const [open, setOpen] = useState(false);
  const trash = useRequest('trash.list', {}).value;
  const count = trash === undefined ? 0 : trash.reports.length + trash.notes.length;
  if (count === 0 || trash === undefined) return null;
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        回收站 <span className="num">{count}</span>
      </Button>
      {open && <TrashDialog trash={trash} onClose={() => setOpen(false)} />}
    </>
  );
}

function TrashDialog({ trash, onClose }: { trash: Trash; onClose: () => void }) {
  const toast = useToast();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState(false);
  const restoreReport = useMutation('reports.restore', toast.fail);
  const restoreNote = useMutation('annotations.restore', toast.fail);
  const among = (items: { id: string }[]) =>
    items.flatMap(({ id }) => (ticked.has(id) ? [id] : []));
  const choice = { reports: among(trash.reports), notes: among(trash.notes) };
  const chosen = choice.reports.length + choice.notes.length;
  const tick = (id: string, on: boolean) => {
    const left = new Set(ticked);
    if (on) left.add(id);
    else left.delete(id);
    setTicked(left);
  };

  if (deleting) {
    return <DeleteForGood choice={choice} onBack={() => setDeleting(false)} onDone={onClose} />;
  }
  return (
    <Dialog
      open
      title="回收站"
      width="wide"
      onClose={onClose}
      actions={
        <Button disabled={chosen === 0} onClick={() => setDeleting(true)}>
          {chosen === 0 ? '彻底删除…' : `彻底删除选中的 ${chosen} 项…`}
        </Button>
      }
    >
      <p className="quiet">移出的资料和删去的批注都留在这里，可以随时放回。</p>
      <ul className="trash-list" aria-label="移出的资料和批注">
        {trash.reports.map(({ id, title, removedAt, annotationCount }) => (
          <TrashRow
            key={id}
            name={title}
            kind="资料"
            note={annotationCount > 0 ? `连同 ${annotationCount} 条批注` : ''}
            removedAt={removedAt}
            ticked={ticked.has(id)}
            onTick={(on) => tick(id, on)}
            onRestore={async () => {
              if (await restoreReport.run({ id })) toast.done(`已放回“${title}”。`);
            }}
          />
        ))}
        {trash.notes.map(({ id, note, reportTitle, removedAt }) => (
          <TrashRow
            key={id}
            name={note === '' ? '（没有文字的批注）' : note}
            kind="批注"
            note={reportTitle}
            removedAt={removedAt}
            ticked={ticked.has(id)}
            onTick={(on) => tick(id, on)}
            onRestore={async () => {
              if (await restoreNote.run({ id })) toast.done('已放回批注。');
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function TrashRow({
  name,
  kind,
  note,
  removedAt,
  ticked,
  onTick,
  onRestore,
}: {
  name: string;
  kind: string;
  note: string;
  removedAt: string;
  ticked: boolean;
  onTick: (on: boolean) => void;
  onRestore: () => void;
}) {
  return (
    <li className="trash-row">
      <Checkbox name={`选择${name}`} checked={ticked} onChange={onTick} />
      <span className="quiet">{kind}</span>
      <span className="trash-name">
        {name} {note && <span className="quiet">{note}</span>}
      </span>
      <span className="num quiet">{dayLabel(removedAt)}</span>
      <Button size="small" onClick={onRestore}>
        放回
      </Button>
    </li>
  );
}
