import { useState } from 'react';
import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { useMutation } from '../../bridge/useMutation.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useToast } from '../../ui/Toasts.tsx';

const LONGEST_NAME = 40;

/** Keeps the reports in sight under a name. */
export function KeepSet({ summaries }: { summaries: readonly ReportSummary[] }) {
  const toast = useToast();
  const save = useMutation('comparison.saveSet', toast.fail);
  const forget = useMutation('comparison.forgetSet', toast.fail);
  const [name, setName] = useState<string | null>(null);
  const usual = summaries.map(({ town, title }) => town ?? title).join('、');
  const keep = async () => {
    const wanted = name?.trim() ?? '';
    if (wanted === '') return;
    const saved = await save.run({ name: wanted, ids: summaries.map(({ id }) => id) });
    if (saved === undefined) return;
    setName(null);
    const id = saved.sets.find((set) => set.name === wanted)?.id;
    toast.done(
      `已存为常用组合“${wanted}”。`,
      id === undefined ? undefined : { label: '撤销', run: () => void forget.run({ id }) },
    );
  };
  return (
    <>
      <Button size="small" variant="text" onClick={() => setName(usual.slice(0, LONGEST_NAME))}>
        存为常用
      </Button>
      <Dialog
        open={name !== null}
        title="存为常用组合"
        onClose={() => setName(null)}
        startIn="input"
        actions={
          <>
            <Button onClick={() => setName(null)}>取消</Button>
            <Button variant="primary" disabled={name?.trim() === ''} onClick={keep}>
              存下
            </Button>
          </>
        }
      >
        <TextField
          label="名称"
          hint="同名的组合会换成这几篇。"
          maxLength={LONGEST_NAME}
          value={name ?? ''}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep();
          }}
        />
      </Dialog>
    </>
  );
}
