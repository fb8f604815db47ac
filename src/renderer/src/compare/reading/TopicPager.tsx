import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';

/** From one topic to the next, or to any by its name. */
export function TopicPager({
  topics,
  at,
  onGo,
}: {
  topics: readonly { id: string; name: string }[];
  at: number;
  onGo: (topic: string) => void;
}) {
  const step = (by: number) => {
    const next = topics[at + by];
    if (next) onGo(next.id);
  };
  return (
    <>
      <Button size="small" variant="text" disabled={at <= 0} onClick={() => step(-1)}>
        上一题
      </Button>
      <Menu
        trigger={
          <button type="button" className="compare-group topic-pick" aria-label="选主题">
            <strong>{topics[at]?.name}</strong>
          </button>
        }
        entries={topics.map(({ id, name }, index) => ({
          label: name,
          checked: index === at,
          run: () => onGo(id),
        }))}
      />
      <span className="quiet">
        第 {at + 1} 题，共 {topics.length} 题
      </span>
      <Button
        size="small"
        variant="text"
        disabled={at >= topics.length - 1}
        onClick={() => step(1)}
      >
        下一题
      </Button>
      <span className="compare-hint">本题之外的文字转淡</span>
    </>
  );
}
