import { type FormEvent, useState } from 'react';
import {
  type ListedWording,
  parseValidity,
  validityWords,
} from '../../../shared/draft/listedWording.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** 本单位用语表: the person's own list of wording, which checks only point at. */
export function WordingList() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        用语表…
      </Button>
      {open && <WordingDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const SHORTEST = 2;
const NOTHING: Omit<ListedWording, 'id'> = {
  wording: '',
  instead: '',
  remark: '',
  since: '',
  until: '',
  source: '',
};

function WordingDialog({ onClose }: { onClose: () => void }) {
  const toast = useToast();
  const list = useRequest('wordings.list', {});
  const put = useMutation('wordings.put', toast.fail);
  const remove = useMutation('wordings.remove', toast.fail);
  const [edited, setEdited] = useState<ListedWording | null>(null);
  const wordings = list.value?.wordings ?? [];

  const keep = async (entry: ListedWording) => {
    if (!(await put.run(entry))) return false;
    list.refresh();
    return true;
  };
  const takeOut = async (entry: ListedWording) => {
    if (!(await remove.run({ id: entry.id }))) return;
    list.refresh();
    toast.done(`已移出用语表：“${entry.wording}”。`, {
      label: '撤销',
      run: () => void keep(entry),
    });
  };
  return (
    <Dialog open title="本单位用语表" width="wide" onClose={onClose} startIn="input">
      <p className="quiet">
        校核时稿中用到表里的提法就指出来，不改动。填了有效期的，只在部署年不在有效期内时指出；没填的一律指出。
      </p>
      <EntryForm
        key={edited?.id ?? `新 ${wordings.length}`}
        entry={edited}
        onKeep={async (entry) => {
          if (await keep(entry)) setEdited(null);
        }}
        onCancel={() => setEdited(null)}
      />
      <ul className="wordings" aria-label="用语">
        {list.value && wordings.length === 0 && (
          <li className="quiet">表里还没有提法。上级来文改了提法、机构改了名，就添一条。</li>
        )}
        {wordings.map((entry) => (
          <li key={entry.id}>
            <span className="wordings-words">
              <strong>{entry.wording}</strong>
              {entry.instead && ` → ${entry.instead}`}
            </span>
            <span className="quiet">{detailsOf(entry)}</span>
            <Button size="small" variant="text" onClick={() => setEdited(entry)}>
              修改
            </Button>
            <Button size="small" variant="text" onClick={() => void takeOut(entry)}>
              移出
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function detailsOf({ since, until, remark, source }: ListedWording): string {
  const valid = [since && `自${validityWords(since)}`, until && `至${validityWords(until)}`].filter(
    Boolean,
  );
  return [
    valid.length > 0 ? `有效期${valid.join('')}` : '一律提示',
    remark,
    source && `出处：${source}`,
  ]
    .filter(Boolean)
    .join('；');
}

function EntryForm({
  entry,
  onKeep,
  onCancel,
}: {
  /** Null: a new one. */
  entry: ListedWording | null;
  onKeep: (entry: ListedWording) => Promise<void>;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState<Omit<ListedWording, 'id'>>(entry ?? NOTHING);
  const since = dateOf(typed.since);
  const until = dateOf(typed.until);
  const isReversed = Boolean(since && until && since.slice(0, until.length) > until);
  const ready =
    typed.wording.trim().length >= SHORTEST && since !== null && until !== null && !isReversed;
  const field = (name: keyof typeof typed, label: string, placeholder: string, maxLength = 200) => (
    <TextField
      label={label}
      placeholder={placeholder}
      value={typed[name]}
      maxLength={maxLength}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || since === null || until === null) return;
    void onKeep({ ...typed, since, until, id: entry?.id ?? crypto.randomUUID() });
  };
  return (
    <form className="wording-form" aria-label="用语" onSubmit={submit}>
      {field('wording', '提法', '如：食药监局', 60)}
      {field('instead', '现写作', '如：市场监管局，可不填')}
      {field('since', '有效期自', '如：2013年，可不填', 20)}
      {field('until', '有效期至', '如：2018年3月，可不填', 20)}
      {field('source', '出处', '如：机构改革方案，可不填')}
      {field('remark', '说明', '可不填')}
      <div className="wording-actions">
        <span role="status" className="quiet">
          {since === null || until === null
            ? '日期写作 2018、2018年3月或2018年3月17日。'
            : isReversed && '有效期的起止颠倒了。'}
        </span>
        {entry && (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        )}
        <Button size="small" type="submit" variant="primary" disabled={!ready}>
          {entry ? '改好' : '列入'}
        </Button>
      </div>
    </form>
  );
}

/** Empty where nothing was typed, null where it is no date. */
function dateOf(typed: string): string | null {
  return typed.trim() === '' ? '' : parseValidity(typed);
}
