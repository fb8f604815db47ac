import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';
import type { AlignedGroup } from './linkedPlaces.ts';

/** Only the headings, paired. */
export function OutlineMode({
  reports,
  groups,
}: {
  reports: readonly ReportDetail[];
  groups: readonly AlignedGroup[];
}) {
  return (
    <div className="compare-table-area scroll">
      <table className="compare-table">
        <ColumnHeads corner="次序" reports={reports} />
        <tbody>
          {groups.map((group, at) => (
            <tr key={group.id}>
              <th scope="row" className="num">
                {at + 1}
              </th>
              {group.members.map((member, column) => (
                <td key={reports[column]?.summary.id}>
                  <HeadingCell report={reports[column] as ReportDetail} sectionIndex={member} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadingCell({
  report,
  sectionIndex,
}: {
  report: ReportDetail;
  sectionIndex: number | null;
}) {
  const { go } = useNavigation();
  const display = useDisplayText();
  const section = sectionIndex === null ? undefined : report.sections[sectionIndex];
  if (section === undefined) return <span className="quiet">无对应节</span>;
  const { start, end, level } = section;
  return (
    <button
      type="button"
      className={`heading-cell heading-level-${Math.min(level, 4)} original`}
      onClick={() => go({ view: 'reader', id: report.summary.id, focus: { start, end } })}
    >
      {display(report.text.slice(start, end))}
    </button>
  );
}
