import type { ReactNode } from 'react';
import type { Density } from '../../../../shared/comparison/topicsView.ts';
import { Segmented } from '../../ui/Choices.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { ChooseTopics } from './ChooseTopics.tsx';
import { PARTS, type TopicsState } from './topicsState.ts';

const DENSITIES: { value: Density; label: string }[] = [
  { value: 'line', label: '一行' },
  { value: 'brief', label: '摘要' },
  { value: 'whole', label: '全部' },
];

/** What is shown of the topics, and how much of it. */
export function TopicsToolbar({
  state,
  topics,
  onChange,
  exporting,
}: {
  state: TopicsState;
  topics: readonly { id: string; name: string }[];
  onChange: (part: Partial<TopicsState>) => void;
  exporting: ReactNode;
}) {
  return (
    <div className="compare-groups topics-toolbar">
      <span className="quiet topics-label">部分</span>
      <Segmented
        name="部分"
        value={state.part}
        choices={PARTS}
        onChange={(part) => onChange({ part })}
      />
      <ChooseTopics
        topics={topics}
        chosen={state.topics}
        onChosen={(chosen) => onChange({ topics: chosen })}
      />
      <SearchField
        name="按字词筛选"
        placeholder="按字词筛选，如 旱厕"
        value={state.words}
        onChange={(words) => onChange({ words })}
      />
      <span className="compare-hint">每格</span>
      <Segmented
        name="每格显示多少"
        value={state.density}
        choices={DENSITIES}
        onChange={(density) => onChange({ density, open: [] })}
      />
      {exporting}
    </div>
  );
}
