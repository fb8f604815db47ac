import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Which topics have a row; none ticked stands for all. */
export function ChooseTopics({
  topics,
  chosen,
  onChosen,
}: {
  topics: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChosen: (ids: readonly string[]) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-pressed={chosen.length > 0} onClick={() => setOpen(true)}>
        {chosen.length === 0 ? '选主题' : `主题 ${chosen.length}`}
      </Button>
      <Dialog
        open={open}
        title="只看哪些主题"
        onClose={() => setOpen(false)}
        startIn="input"
        actions={
          <>
            <Button onClick={() => onChosen([])}>看全部</Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              好
            </Button>
          </>
        }
      >
        <ul className="choose-topics">
          {topics.map(({ id, name }) => (
            <li key={id}>
              <Checkbox
                label={name}
                checked={chosen.includes(id)}
                onChange={(on) =>
                  onChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
              />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
