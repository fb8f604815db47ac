import { Button } from '../../ui/Button.tsx';
import type { TopicPlaces } from './topicPlaces.ts';

/** How much a report says on the topic, and the way to the next place where it does. */
export function ColumnTopic({
  topic: { stops, sentences },
  stop,
  onStop,
}: {
  topic: TopicPlaces;
  stop: number;
  onStop: (stop: number) => void;
}) {
  if (sentences === 0) return <span className="quiet">本题未提及</span>;
  return (
    <>
      <span className="quiet">
        {stop + 1}/{stops.length} 处，共 {sentences} 句
      </span>
      {stops.length > 1 && (
        <Button size="small" variant="text" onClick={() => onStop((stop + 1) % stops.length)}>
          下一处
        </Button>
      )}
    </>
  );
}
