import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { ChosenPassage } from './chosen.ts';
import type { BriefTargets } from './useAddToBrief.ts';

/** Takes passages into one of the briefs last worked on, or into a new one. */
export function BriefMenu({
  brief: { briefs, add },
  passages,
  variant,
}: {
  brief: BriefTargets;
  passages: readonly ChosenPassage[];
  variant: 'text' | 'secondary';
}) {
  return (
    <Menu
      trigger={
        <Button size="small" variant={variant}>
          加入简报
        </Button>
      }
      entries={[
        ...briefs.map(({ id, title }) => ({ label: title, run: () => void add(passages, id) })),
        ...(briefs.length > 0 ? ['line' as const] : []),
        { label: '新起一份简报', run: () => void add(passages, null) },
      ]}
    />
  );
}
