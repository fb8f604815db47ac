import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { type Density, PARTS, type TopicsView } from './topicsView.ts';

const DENSITIES: { value: Density; label: string }[] = [
  { value: 'line', label: '一行' },
  { value: 'brief', label: '摘要' },
  { value: 'whole', label: '全部' },
];

/** What is shown of the topics, and how much of it. */
export function TopicsToolbar({
  view,
  onChange,
  onExport,
}: {
  view: TopicsView;
  onChange: (part: Partial<TopicsView>) => void;
  onExport: () => void;
}) {
  return (
    <div className="compare-groups topics-toolbar">
      <span className="quiet">部分</span>
      <Segmented
        name="部分"
        value={view.part}
        choices={PARTS}
        onChange={(part) => onChange({ part })}
      />
      <SearchField
        name="按字词筛选"
        placeholder="按字词筛选，如 旱厕"
        value={view.words}
        onChange={(words) => onChange({ words })}
      />
      <span className="compare-hint">每格</span>
      <Segmented
        name="每格显示多少"
        value={view.density}
        choices={DENSITIES}
        onChange={(density) => onChange({ density, open: [] })}
      />
      <Button onClick={onExport}>导出表格</Button>
    </div>
  );
}
