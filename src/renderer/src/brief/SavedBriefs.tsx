import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';

export type SavedBrief = Output<'briefs.list'>['briefs'][number];

/** The briefs that are kept: open one, begin another, delete this one with a way back. */
export function SavedBriefs({
  briefId,
  briefs,
  onChanged,
}: {
  briefId: string | null;
  briefs: SavedBrief[];
  onChanged: () => void;
}) {
  const { go } = useNavigation();
  const toast = useToast();
  const remove = useMutation('briefs.remove', toast.fail);
  const save = useMutation('briefs.save', toast.fail);
  const current = briefs.find(({ id }) => id === briefId);
  const takeOut = async () => {
    if (!current || !(await remove.run({ id: current.id }))) return;
    onChanged();
    go({ view: 'brief' });
    toast.done(`已删除简报“${current.spec.title}”。`, {
      label: '撤销',
      run: async () => {
        const result = await save.run({ id: null, spec: current.spec });
        if (result) go({ view: 'brief', briefId: result.brief.id });
      },
    });
  };
  return (
    <Menu
      trigger={
        <Button size="small" variant="text">
          已存 {briefs.length} 份
        </Button>
      }
      entries={[
        { label: '新编一份', run: () => go({ view: 'brief' }) },
        ...(briefs.length > 0 ? ['line' as const] : []),
        ...briefs.map(({ id, spec }) => ({
          label: spec.title,
          checked: id === briefId,
          run: () => go({ view: 'brief', briefId: id }),
        })),
        ...(current ? ['line' as const, { label: '删除这份简报', run: () => void takeOut() }] : []),
      ]}
    />
  );
}
