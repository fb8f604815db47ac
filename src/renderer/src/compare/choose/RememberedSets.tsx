import { useMutation } from '../../bridge/useMutation.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { IconButton } from '../../ui/Button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { PanelHeader } from '../../ui/Layout.tsx';
import { useToast } from '../../ui/Toasts.tsx';

/** Sets kept under a name: one click compares them again. */
export function RememberedSets({ onChosen }: { onChosen: (ids: string[]) => void }) {
  const toast = useToast();
  const { value, refresh } = useRequest('comparison.sets', {});
  const forget = useMutation('comparison.forgetSet', toast.fail);
  const save = useMutation('comparison.saveSet', toast.fail);
  const sets = value?.sets ?? [];
  const drop = async ({ id, name, ids }: (typeof sets)[number]) => {
    if ((await forget.run({ id })) === undefined) return;
    refresh();
    toast.done(`已删去常用组合“${name}”，报告都在。`, {
      label: '撤销',
      run: async () => {
        await save.run({ name, ids });
        refresh();
      },
    });
  };
  return (
    <aside className="compare-sets scroll" aria-label="常用组合">
      <PanelHeader title="常用组合" />
      {sets.length === 0 && (
        <p className="quiet compare-more">对照时按“存为常用”，这几篇就记在这里，下次一按即看。</p>
      )}
      <ul>
        {sets.map((set) => (
          <li key={set.id}>
            <button type="button" onClick={() => onChosen(set.ids)}>
              {set.name}
              <span className="quiet"> {set.ids.length} 篇</span>
            </button>
            <IconButton
              name={`删去组合“${set.name}”`}
              icon={<CloseIcon size={14} />}
              onClick={() => drop(set)}
            />
          </li>
        ))}
      </ul>
    </aside>
  );
}
