import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

const RULES = [
  '查数字时，整数在前，只合数字一部分的在后：查“1.87亿元”，先列 1.87亿元，后列 11.87亿元。',
  '题名里的在前，其次标题里的，再次正文和批注里的。',
  '本镇在前，其次同县各镇；本镇在“设置”里指定。按年看时不分本镇外镇。',
  '部署年新的在前；同一篇之内照原文次序。',
];

/** Why the first hit is first, in words. Each hit names what put it there. */
export function RankingNote() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        为何在前
      </Button>
      <Dialog open={open} title="命中怎样排先后" onClose={() => setOpen(false)}>
        <ol className="ranking-rules">
          {RULES.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
        <p className="quiet">
          “本镇”“同县”注在篇名之后，其余缘由注在每处左侧。出现次数多少不影响先后。
        </p>
      </Dialog>
    </>
  );
}
