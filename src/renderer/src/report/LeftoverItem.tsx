import type { Leftover } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';
import './leftover.css';

/** Text that an import left out, with the way to put it back into its report and out again. */
export function LeftoverItem({ leftover, note }: { leftover: Leftover; note: string }) {
  const toast = useToast();
  const restoring = useMutation('reports.restoreLeftover', toast.fail);
  const takingOut = useMutation('reports.takeOutLeftover', toast.fail);
  const { id: leftoverId, text, restored, reportTitle, edge } = leftover;
  const place = `《${reportTitle}》正文${edge === 'before' ? '之前' : '之后'}`;

  const restore = async () => {
    if (!(await restoring.run({ leftoverId }))) return;
    toast.done(`已还原到${place}，批注未动。`, {
      label: '撤销',
      run: () => void takingOut.run({ leftoverId }),
    });
  };
  const takeOut = async () => {
    if (!(await takingOut.run({ leftoverId }))) return;
    toast.done('已移出正文，仍留在网站残留里。', {
      label: '撤销',
      run: () => void restoring.run({ leftoverId }),
    });
  };
  return (
    <li className="leftover">
      <p className="original">{text}</p>
      <p className="leftover-foot">
        <span className="quiet">{restored ? `已还原到${place}` : note}</span>
        <Button
          size="small"
          disabled={restoring.pending || takingOut.pending}
          onClick={restored ? takeOut : restore}
        >
          {restored ? '移出正文' : '还原到正文'}
        </Button>
      </p>
    </li>
  );
}
