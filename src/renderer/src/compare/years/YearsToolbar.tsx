import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { figure, shortName } from '../../report/labels.ts';
import { Switch } from '../../ui/Choices.tsx';
import { Tag } from '../../ui/Labels.tsx';
import { Select } from '../../ui/Menu.tsx';
import { samePlace, type YearComparison } from './yearRows.ts';

/** Which two texts are compared, and what became of the one in the other, in figures. */
export function YearsToolbar({
  choices,
  before,
  after,
  value,
  changesOnly,
  onBefore,
  onAfter,
  onChangesOnly,
}: {
  choices: readonly ReportSummary[];
  before: string;
  after: string;
  value: YearComparison | undefined;
  changesOnly: boolean;
  onBefore: (id: string) => void;
  onAfter: (id: string) => void;
  onChangesOnly: (changesOnly: boolean) => void;
}) {
  const options = choices.map((summary) => ({
    value: summary.id,
    label: `${shortName(summary)}${versionWords(summary)}`,
  }));
  const former = choices.find(({ id }) => id === before);
  const latter = choices.find(({ id }) => id === after);
  return (
    <div className="compare-groups years-summary">
      <Select name="前一篇" value={before} choices={options} onChange={onBefore} />
      <span className="quiet">→</span>
      <Select name="后一篇" value={after} choices={options} onChange={onAfter} />
      {former && latter && value && !samePlace(former, latter) && (
        <Tag tone="warn">两篇不是同一处的报告，只供参看</Tag>
      )}
      {value && (
        <span className="quiet">
          移位 {value.movedBlocks.length} 段，数字变化 {value.numbers.length} 处，删{' '}
          {figure(value.deletedCharacters)} 字，增 {figure(value.insertedCharacters)} 字
        </span>
      )}
      <span className="compare-hint">
        <Switch label="只看改动" checked={changesOnly} onChange={onChangesOnly} />
      </span>
    </div>
  );
}

function versionWords({ kind, newestVersion }: ReportSummary): string {
  if (kind === 'draft') return '（文稿）';
  return newestVersion === null ? '' : '（较早的一稿）';
}
