import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { Passage } from './AnnotateButton.tsx';

const MOST_OFFERED = 12;

/** Puts passages into a brief that is kept, or begins one with them. */
export function AddToBrief({ passages }: { passages: readonly Passage[] }) {
  const { go } = useNavigation();
  const toast = useToast();
  const saved = useRequest('briefs.list', {});
  const add = useMutation('briefs.addPassages', toast.fail);
  const run = async (briefId: string | null) => {
    const result = await add.run({ briefId, passages: [...passages] });
    if (!result) return;
    const { brief, added } = result;
    const words =
      added === 0
        ? `这段文字已在“${brief.spec.title}”里。`
        : `已加进“${brief.spec.title}”${added > 1 ? ` ${added} 处` : ''}。`;
    toast.done(words, { label: '去看简报', run: () => go({ view: 'brief', briefId: brief.id }) });
  };
  const briefs = (saved.value?.briefs ?? []).slice(0, MOST_OFFERED);
  const titles = briefs.map(({ spec }) => spec.title);
  return (
    <Menu
      trigger={
        <Button size="small" variant="text">
          加进简报
        </Button>
      }
      entries={[
        { label: '新编一份', run: () => void run(null) },
        ...(briefs.length > 0 ? (['line'] as const) : []),
        ...briefs.map(({ id, spec }, index) => ({
          // Labels in a menu have to differ.
          label: titles.indexOf(spec.title) < index ? `${spec.title}（${index + 1}）` : spec.title,
          run: () => void run(id),
        })),
      ]}
    />
  );
}
