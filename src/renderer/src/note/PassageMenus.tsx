import { useMutation } from '../bridge/useMutation.ts';
import { useToast } from '../ui/Toasts.tsx';
import { AddToBrief } from './AddToBrief.tsx';
import type { Passage } from './AnnotateButton.tsx';
import type { Annotation } from './categories.ts';
import { TieMenu } from './TieMenu.tsx';

/** What else can be done with passages: tied to a note that is there, or put into a brief. */
export function PassageMenus({
  passages,
  onTied,
}: {
  passages: readonly Passage[];
  onTied?: () => void;
}) {
  const toast = useToast();
  const tie = useMutation('annotations.tie', toast.fail);
  const undo = useMutation('annotations.undo', toast.fail);
  const join = async ({ id }: Annotation) => {
    const tied = await tie.run({ id, passages: [...passages] });
    if (!tied) return;
    const { revision } = tied.annotation;
    toast.done('已并入这条批注。', {
      label: '撤销',
      run: () => void undo.run({ id, revision }),
    });
    onTied?.();
  };
  return (
    <>
      <TieMenu onChoose={(note) => void join(note)} />
      <AddToBrief passages={passages} />
    </>
  );
}
