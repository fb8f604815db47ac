import { useMutation } from '../../bridge/useMutation.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { useToast } from '../../ui/Toasts.tsx';
import type { ChosenPassage } from './chosen.ts';

/** Briefs offered: the ones last worked on. */
const OFFERED = 5;

export interface BriefTargets {
  briefs: { id: string; title: string }[];
  /** Adds the passages to a brief, or begins one with them where no id is given; says so, with the way back. */
  add: (passages: readonly ChosenPassage[], briefId: string | null) => Promise<void>;
}

export function useAddToBrief(): BriefTargets {
  const toast = useToast();
  const { value, refresh } = useRequest('briefs.list', {});
  const adding = useMutation('briefs.addPassages', toast.fail);
  const save = useMutation('briefs.save', toast.fail);
  const remove = useMutation('briefs.remove', toast.fail);
  const briefs = [...(value?.briefs ?? [])].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));

  const add: BriefTargets['add'] = async (passages, briefId) => {
    const before = briefs.find(({ id }) => id === briefId);
    const saved = await adding.run({ briefId, passages: [...passages] });
    if (saved === undefined) return;
    refresh();
    const { id, spec } = saved.brief;
    if (saved.added === 0) {
      toast.notice(`简报“${spec.title}”里已有，没有重复加入。`);
      return;
    }
    toast.done(`已将 ${saved.added} 段加入简报“${spec.title}”。`, {
      label: '撤销',
      run: async () => {
        if (before) await save.run({ id, spec: before.spec });
        else await remove.run({ id });
        refresh();
      },
    });
  };
  return {
    briefs: briefs.slice(0, OFFERED).map(({ id, spec }) => ({ id, title: spec.title })),
    add,
  };
}
