import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { decisionOn, wholeSection } from '../report/decisions.ts';
import { ROLE_NAMES, ROLES } from '../report/labels.ts';
import { useDecide } from '../report/useDecide.ts';
import { Menu } from '../ui/Menu.tsx';
import type { OutlineRow } from './outline.ts';
import { TopicMenu } from './TopicMenu.tsx';

/** What a section does and speaks of, quiet beside its heading; pressing either changes it. */
export function SectionCorrections({
  report,
  row: { index, section, itemCount },
}: {
  report: ReportDetail;
  row: OutlineRow;
}) {
  const { id, decisions } = report.summary;
  const { decide, undo } = useDecide(id);
  const span = wholeSection(report, index);
  const decided = decisionOn(decisions, 'role', span);
  const name = section.role === null ? '未定' : ROLE_NAMES[section.role];
  const quiet = decided === undefined && (section.level > 2 || section.role === null);
  return (
    <span className="outline-corrections">
      <TopicMenu
        report={report}
        span={span}
        topics={section.topics}
        trigger={
          <button type="button" className="outline-role outline-quiet">
            主题
          </button>
        }
      />
      <Menu
        trigger={
          <button
            type="button"
            className={quiet ? 'outline-role outline-quiet' : 'outline-role'}
            aria-label={`部分：${name}${decided ? '，已认定' : ''}`}
            data-decided={decided ? true : undefined}
          >
            {itemCount > 0 && !decided ? `${itemCount} 件` : name}
          </button>
        }
        entries={[
          ...ROLES.map((role) => ({
            label: ROLE_NAMES[role],
            checked: role === section.role,
            run: () =>
              void decide(
                { field: 'role', value: { ...span, role } },
                `已认定为“${ROLE_NAMES[role]}”，原文未动。`,
              ),
          })),
          ...(decided ? ['line' as const, { label: '恢复推断', run: () => undo(decided.id) }] : []),
        ]}
      />
    </span>
  );
}
