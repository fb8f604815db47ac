import { useCallback, useRef, useState } from 'react';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { type AlignedGroup, groupIndexOf } from './linkedPlaces.ts';
import { ReadingColumn } from './ReadingColumn.tsx';
import { type LinkedColumn, useLinkedScroll } from './useLinkedScroll.ts';

/** Whole texts side by side, section by section. */
export function ReadingMode({
  reports,
  groups,
  linked,
}: {
  reports: readonly ReportDetail[];
  groups: readonly AlignedGroup[];
  linked: boolean;
}) {
  const display = useDisplayText();
  const columns = useRef<(LinkedColumn | null)[]>([]);
  const [at, setAt] = useState({ column: 0, group: -1 });

  const onMove = useCallback(
    (column: number) => {
      const moved = columns.current[column];
      if (!moved) return;
      const top = moved.scroller.scrollTop + 1;
      const place = moved.places().sections.findLast((section) => section.top <= top);
      const group = groupIndexOf(groups, column, place?.sectionIndex ?? -1);
      setAt((before) =>
        before.column === column && before.group === group ? before : { column, group },
      );
    },
    [groups],
  );
  const { takeOver, onScroll, jumpTo } = useLinkedScroll(columns, groups, linked, onMove);

  const go = (step: number) => {
    const next = groups[at.group + step];
    if (next === undefined) return;
    setAt({ column: at.column, group: at.group + step });
    jumpTo(next);
  };
  const group = groups[at.group];
  return (
    <>
      <div className="compare-groups">
        <Button size="small" variant="text" disabled={at.group <= 0} onClick={() => go(-1)}>
          上一节
        </Button>
        <strong className="compare-group">{group ? display(group.label) : '开头'}</strong>
        <span className="quiet">
          第 {at.group + 1} 节，共 {groups.length} 节
        </span>
        <Button
          size="small"
          variant="text"
          disabled={at.group >= groups.length - 1}
          onClick={() => go(1)}
        >
          下一节
        </Button>
        <span className="compare-hint">
          {group?.members.includes(null) ? '有的报告没有对应的节，该栏停在原处' : ''}
        </span>
      </div>
      <div className="compare-columns" data-columns={reports.length}>
        {reports.map((report, index) => (
          <ReadingColumn
            key={report.summary.id}
            index={index}
            report={report}
            alone={group !== undefined && group.members[index] === null}
            onTakeOver={takeOver}
            onScroll={onScroll}
            ref={(column) => {
              columns.current[index] = column;
            }}
          />
        ))}
      </div>
    </>
  );
}
