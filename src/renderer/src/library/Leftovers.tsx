import { useState } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { LeftoverItem } from '../report/LeftoverItem.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Page leftovers that came with imports: in no text unless put back, but never thrown away unseen. */
export function LeftoversButton() {
  const [open, setOpen] = useState(false);
  const leftovers = useRequest('reports.listLeftovers', {}).value?.leftovers ?? [];
  if (leftovers.length === 0) return null;
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        网站残留 <span className="num">{leftovers.length}</span>
      </Button>
      <Dialog open={open} title="网站残留" onClose={() => setOpen(false)}>
        <p className="quiet">
          导入时认出的网页文字，不在正文里，原样留存在此。认错了的可以还原，批注不会移位。
        </p>
        <ul>
          {leftovers.map((leftover) => (
            <LeftoverItem
              key={leftover.id}
              leftover={leftover}
              note={`${leftover.reason}；随“${leftover.sourceName}”导入，${leftover.importedAt.slice(0, 10)}`}
            />
          ))}
        </ul>
      </Dialog>
    </>
  );
}
