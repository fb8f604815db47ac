import { useState } from 'react';
import type { SavedSearch } from '../../../shared/contract/routes/search.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import type { SearchRoute } from '../navigation/route.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { EmptyState } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { filtersInWords, narrowingOf } from './narrowing.ts';
import { onEnter } from './onEnter.ts';

/** Keeps a search with its filters under a name, and lists those that were kept. */
export function SavedSearches({ route }: { route: SearchRoute }) {
  const [open, setOpen] = useState<'save' | 'list' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {parseQuery(route.query).terms.length > 0 && (
        <Button size="small" onClick={() => setOpen('save')}>
          存为检索
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('list')}>
        已存检索
      </Button>
      {open === 'save' && <SaveDialog route={route} onClose={close} />}
      {open === 'list' && <ListDialog onClose={close} />}
    </>
  );
}

function SaveDialog({ route, onClose }: { route: SearchRoute; onClose: () => void }) {
  const toast = useToast();
  const saving = useMutation('search.save', toast.fail);
  const suggested = [route.query.trim(), ...filtersInWords({ ...route, topics: undefined })];
  const [name, setName] = useState(suggested.join(' ').slice(0, 40));
  const save = async () => {
    if (name.trim() === '') return;
    const saved = await saving.run({ name: name.trim(), search: narrowingOf(route) });
    if (saved === undefined) return;
    onClose();
    toast.done(`已存为“${name.trim()}”。`);
  };
  return (
    <Dialog
      open
      title="存为检索"
      onClose={onClose}
      startIn="input"
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" disabled={name.trim() === '' || saving.pending} onClick={save}>
            存下
          </Button>
        </>
      }
    >
      <TextField
        label="名称"
        hint="检索词与筛选一并存下；同名的以这次为准。"
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onEnter(save)}
      />
    </Dialog>
  );
}

function ListDialog({ onClose }: { onClose: () => void }) {
  const { go } = useNavigation();
  const toast = useToast();
  const saved = useRequest('search.saved', {});
  const forgetting = useMutation('search.forget', toast.fail);
  const restoring = useMutation('search.save', toast.fail);
  const forget = async ({ id, name, search }: SavedSearch) => {
    if ((await forgetting.run({ id })) === undefined) return;
    saved.refresh();
    toast.done(`已删去检索“${name}”。`, {
      label: '撤销',
      run: async () => {
        await restoring.run({ name, search });
        saved.refresh();
      },
    });
  };
  const run = ({ search }: SavedSearch) => {
    onClose();
    go({ ...search, view: 'search' });
  };
  const searches = saved.value?.searches ?? [];
  return (
    <Dialog open title="已存检索" onClose={onClose}>
      {saved.value && searches.length === 0 && (
        <EmptyState title="还没有存下的检索">检索后点“存为检索”，以后一点即用。</EmptyState>
      )}
      <ul className="saved-searches">
        {searches.map((each) => (
          <li key={each.id} className="saved-search">
            <button type="button" className="saved-run" onClick={() => run(each)}>
              <strong>{each.name}</strong>
              <span className="quiet">{describe(each)}</span>
            </button>
            <Button
              size="small"
              variant="text"
              aria-label={`删去${each.name}`}
              onClick={() => forget(each)}
            >
              删去
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function describe({ search }: SavedSearch): string {
  const { topics, ...rest } = search;
  const filters = filtersInWords(rest);
  const more = topics === undefined ? [] : [`${topics.length} 个主题`];
  return [`“${search.query.trim()}”`, ...filters, ...more].join(' · ');
}
