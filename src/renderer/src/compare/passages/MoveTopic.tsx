import { useRequest } from '../../bridge/useRequest.ts';
import { useDecide } from '../../report/useDecide.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { ChosenPassage } from './chosen.ts';
import { movedTopics } from './movedTopics.ts';

/**
 * Moves a passage out of the row it is seen in and into another: the person's rule from then on, until
 * it is taken back.
 */
export function MoveTopic({
  passage,
  from,
  topics,
}: {
  passage: ChosenPassage;
  /** The row it is seen in; null where it is seen in the text: then it leaves all. */
  from: string | null;
  /** Every topic it stands under now. */
  topics: readonly string[];
}) {
  const known = useRequest('reports.topics', {}).value?.topics ?? [];
  const { decide } = useDecide(passage.documentId);
  const { start, end } = passage;
  const move = (to: string | null, said: string) =>
    void decide(
      { field: 'topics', value: { start, end, topics: movedTopics(topics, from, to) } },
      said,
    );
  return (
    <Menu
      trigger={
        <Button size="small" variant="text">
          换主题
        </Button>
      }
      entries={[
        ...known.map(({ id, name }) => ({
          label: name,
          checked: topics.includes(id),
          disabled: id === from,
          run: () => move(id, `已移到“${name}”，原文未动。`),
        })),
        'line',
        { label: '不归任何主题', run: () => move(null, '已不归任何主题，原文未动。') },
      ]}
    />
  );
}
