import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented, Switch } from '../../ui/Choices.tsx';
import { Tag } from '../../ui/Labels.tsx';
import { Menu, Select } from '../../ui/Menu.tsx';
import type { FiguresView } from './figuresView.ts';

const ALL = 'all';

/** Which rows and columns are shown, in which unit, and the way out to a spreadsheet. */
export function FiguresToolbar({
  figures,
  view,
  shownRows,
  onChange,
  onExport,
  onBrief,
}: {
  figures: FigureComparison;
  view: FiguresView;
  shownRows: number;
  onChange: (change: Partial<FiguresView>) => void;
  onExport: (format: 'xlsx' | 'csv') => void;
  /** A brief with the table of these reports. */
  onBrief: () => void;
}) {
  return (
    <div className="options-bar" role="toolbar" aria-label="指标表">
      <Segmented
        name="实绩或目标"
        value={view.natures}
        choices={[
          { value: 'both', label: '全部' },
          { value: 'actual', label: '实绩' },
          { value: 'target', label: '目标' },
        ]}
        onChange={(natures) => onChange({ natures })}
      />
      <Select
        name="主题"
        value={view.topic ?? ALL}
        choices={[
          { value: ALL, label: '全部主题' },
          ...figures.topics.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(topic) => onChange({ topic: topic === ALL ? null : topic })}
      />
      <Select
        name="范围"
        value={view.wide ? 'wide' : 'town'}
        choices={[
          { value: 'town', label: '全镇' },
          { value: 'wide', label: '含村、企业、项目' },
        ]}
        onChange={(scope) => onChange({ wide: scope === 'wide' })}
      />
      <Switch
        label="至少两篇写到"
        checked={view.shared}
        onChange={(shared) => onChange({ shared })}
      />
      <span className="figures-count num">
        共 {figures.rows.length} 项，显示 {shownRows} 项；“–”即未提及，不等于 0
      </span>
      {figures.caution && <Tag tone="warn">{figures.caution}</Tag>}
      <div className="figures-actions">
        <Segmented
          name="单位"
          value={view.asWritten ? 'written' : 'unit'}
          choices={[
            { value: 'unit', label: '按统一单位' },
            { value: 'written', label: '按原文' },
          ]}
          onChange={(value) => onChange({ asWritten: value === 'written' })}
        />
        <Button onClick={onBrief}>放进简报</Button>
        <Menu
          trigger={<Button>导出表格</Button>}
          entries={[
            { label: 'Excel 表格（xlsx）', run: () => onExport('xlsx') },
            { label: '文本表格（csv）', run: () => onExport('csv') },
          ]}
        />
      </div>
    </div>
  );
}
