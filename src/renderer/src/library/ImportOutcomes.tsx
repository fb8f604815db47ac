import { useState } from 'react';
import type { ImportOutcome } from '../../../shared/contract/routes/imports.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** What asks something of the person stands first: below three hundred successes nobody sees it. */
const STATUSES: { status: ImportOutcome['status']; name: string }[] = [
  { status: 'rejected', name: '未导入' },
  { status: 'needs-review', name: '需核对' },
  { status: 'imported', name: '成功' },
  { status: 'duplicate', name: '重复' },
];

function isStored({ status }: ImportOutcome): boolean {
  return status === 'imported' || status === 'needs-review';
}

/** What became of each file, with the way back. */
export function ImportOutcomes({
  outcomes,
  onOpenReport,
}: {
  outcomes: ImportOutcome[];
  onOpenReport: (id: string) => void;
}) {
  const toast = useToast();
  const remove = useMutation('reports.remove', toast.fail);
  const stored = outcomes.filter(isStored).flatMap(({ documentIds }) => documentIds);
  const [undone, setUndone] = useState(false);
  const shown = undone ? outcomes.filter((outcome) => !isStored(outcome)) : outcomes;
  const undo = async () => {
    for (const id of stored) {
      if (!(await remove.run({ id }))) return;
    }
    setUndone(true);
  };
  const counts = STATUSES.map(({ status, name }) => {
    const count = shown.filter((outcome) => outcome.status === status).length;
    return count > 0 ? `${name} ${count}` : null;
  });
  return (
    <>
      {outcomes.length === 0 && <p>没有选中任何一篇，资料库没有改动。</p>}
      {undone && <p role="status">已撤销，移出 {stored.length} 篇，可从回收站还原。</p>}
      {shown.length > 1 && (
        <p className="quiet">{counts.filter((count) => count !== null).join('，')}。</p>
      )}
      {STATUSES.map(({ status, name }) => {
        const group = shown.filter((outcome) => outcome.status === status);
        if (group.length === 0) return null;
        return (
          <section key={status} className="outcome-group" data-status={status}>
            <h3>
              {name} <span className="num">{group.length}</span>
            </h3>
            <ul>
              {group.map((outcome, index) => {
                const [id] = outcome.documentIds;
                return (
                  <li key={`${outcome.name}-${String(index)}`}>
                    <strong>{outcome.name}</strong>
                    <span className="outcome-message">{outcome.message}</span>
                    {id !== undefined && outcome.documentIds.length === 1 && (
                      <Button size="small" onClick={() => onOpenReport(id)}>
                        打开
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {stored.length > 0 && !undone && (
        <Button variant="text" disabled={remove.pending} onClick={undo}>
          撤销这次导入
        </Button>
      )}
    </>
  );
}
