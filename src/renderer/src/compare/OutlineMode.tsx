import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { copyText } from '../ui/copyText.ts';
import { useToast } from '../ui/Toasts.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import type { AlignedGroup } from './linkedPlaces.ts';

const NO_COUNTERPART = '无对应节';

/** Only the headings, paired. */
export function OutlineMode({
  reports,
  groups,
}: {
  reports: readonly ReportDetail[];
  groups: readonly AlignedGroup[];
}) {
  const display = useDisplayText();
  const toast = useToast();
  const headingOf = (column: number, member: number | null): string => {
    const report = reports[column];
    const section = member === null ? undefined : report?.sections[member];
    if (report === undefined || section === undefined) return NO_COUNTERPART;
    const words = display(setAnew(report.text, section)).trim();
    return `${'　'.repeat(section.level - 1)}${words}`;
  };
  /** Parted by tabs: pasted into a table it falls into its cells, pasted into a text it is lines. */
  const copy = () => {
    const lines = [
      reports.map(({ summary }) => summary.town ?? summary.title),
      ...groups.map(({ members }) => members.map((member, column) => headingOf(column, member))),
    ];
    if (copyText(lines.map((line) => line.join('\t')).join('\n'))) {
      toast.done(`已复制 ${groups.length} 行标题，可贴入表格或文稿。`);
    } else toast.fail('没有复制成，请重试。');
  };
  return (
    <>
      <div className="compare-groups">
        <span className="quiet">
          {reports.map(({ sections }, column) => (
            <span key={reports[column]?.summary.id}>
              {column > 0 && '，'}
              {reports[column]?.summary.town ?? reports[column]?.summary.title}{' '}
              {sections.filter(({ nodeKind }) => nodeKind === 'heading').length} 个标题
            </span>
          ))}
        </span>
        <span className="compare-hint">
          <ExportMenu
            ids={reports.map(({ summary }) => summary.id)}
            shown={{ view: 'outline' }}
            formats={['xlsx']}
            onCopy={copy}
          />
        </span>
      </div>
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
    </>
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
  if (section === undefined) return <span className="quiet">{NO_COUNTERPART}</span>;
  const { start, end, level } = section;
  return (
    <button
      type="button"
      className={`heading-cell heading-level-${Math.min(level, 4)} original`}
      onClick={() => go({ view: 'reader', id: report.summary.id, focus: { start, end } })}
    >
      {display(setAnew(report.text, section))}
    </button>
  );
}
