import { useState } from 'react';
import { useMutation } from '../../bridge/useMutation.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx';
import { Tag } from '../../ui/Labels.tsx';
import { useToast } from '../../ui/Toasts.tsx';

const SHORTEST = 4;

/** 规定提法: what two reports have in common without either having copied. The person adds and takes out. */
export function FormulasEditor() {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { value, refresh } = useRequest('comparison.formulas', open ? {} : null);
  const adding = useMutation('comparison.addFormula', toast.fail);
  const removing = useMutation('comparison.removeFormula', toast.fail);
  const words = typed.trim();
  const listed = (value?.formulas ?? []).filter((formula) => formula.words.includes(words));

  const add = async (formula: string) => {
    if ((await adding.run({ words: formula })) === undefined) return;
    setTyped('');
    refresh();
    toast.done(`已列为规定提法：“${formula}”。`, {
      label: '撤销',
      run: async () => {
        await removing.run({ words: formula });
        refresh();
      },
    });
  };
  const remove = async (formula: string) => {
    if ((await removing.run({ words: formula })) === undefined) return;
    refresh();
    toast.done(`已移出规定提法：“${formula}”。`, {
      label: '撤销',
      run: async () => {
        await adding.run({ words: formula });
        refresh();
      },
    });
  };
  const ready = words.length >= SHORTEST;
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        规定提法…
      </Button>
      <Dialog open={open} title="规定提法" onClose={() => setOpen(false)} startIn="input">
        <TextField
          label="查找或添加"
          hint="两篇都有这些话不算雷同。“……”代表同一句中不超过 24 个字，如：第……届人民代表大会第……次会议。"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && ready) void add(words);
          }}
        />
        {ready && !listed.some((formula) => formula.words === words) && (
          <Button size="small" icon={<PlusIcon size={14} />} onClick={() => add(words)}>
            把“{words}”列为规定提法
          </Button>
        )}
        <ul className="formulas">
          {(value?.removed ?? [])
            .filter((formula) => formula.includes(words))
            .map((formula) => (
              <li key={formula} data-removed>
                <del className="original">{formula}</del>
                <Button size="small" variant="text" onClick={() => add(formula)}>
                  恢复
                </Button>
              </li>
            ))}
          {listed.map((formula) => (
            <li key={formula.words}>
              <span className="original">{formula.words}</span>
              {formula.own && <Tag>自添</Tag>}
              <IconButton
                name={`移出“${formula.words}”`}
                icon={<CloseIcon size={14} />}
                onClick={() => remove(formula.words)}
              />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
