import { useState } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Page leftovers that came with imports: in no text, but never thrown away unseen. */
export function LeftoversButton() {
  const [open, setOpen] = useState(false);
  const items = useRequest('reports.listDiscarded', {}).value?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        网站残留 <span className="num">{items.length}</span>
      </Button>
      <Dialog open={open} title="网站残留" onClose={() => setOpen(false)}>
        <p className="quiet">导入时认出的网页文字，不在任何一篇正文里，原样留存在此。</p>
        <ul className="leftovers">
          {items.map((item) => (
            <li key={item.id}>
              <p className="original">{item.text}</p>
              <p className="quiet">
                {item.reason}；随“{item.sourceName}”导入，{item.importedAt.slice(0, 10)}
              </p>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
