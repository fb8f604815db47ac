import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { decisionOn, wholeSection } from '../report/decisions.ts';
import { ROLE_NAMES, ROLES, SHORT_ROLE_NAMES } from '../report/labels.ts';
import { useDecide } from '../report/useDecide.ts';
import { MoreIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { OutlineRow } from './outline.ts';
import { useTopicEntries } from './TopicMenu.tsx';

/**
 * What a section does, quiet beside its heading; pressing it changes that, or what the section speaks of.
 * Below the second level it is a mark that shows where the row is pointed at. Its room is always kept,
 * so that nothing moves and no heading is cut further.
 */
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
  const topicEntries = useTopicEntries({ report, span, topics: section.topics });
  const decided = decisionOn(decisions, 'role', span);
  const { role } = section;
  const name = role === null ? '未定' : ROLE_NAMES[role];
  const quiet = decided === undefined && (section.level > 2 || role === null);
  const words = role === null ? name : SHORT_ROLE_NAMES[role];
  const counted = itemCount > 0 && !decided;
  return (
    <span className="outline-corrections">
      <Menu
        trigger={
          <button
            type="button"
            className={quiet && !counted ? 'outline-role outline-quiet' : 'outline-role'}
            aria-label={`部分：${name}${decided ? '，已认定' : ''}`}
            data-decided={decided ? true : undefined}
          >
            {counted ? `${itemCount} 件` : quiet ? <MoreIcon size={16} /> : words}
          </button>
        }
        entries={[
          ...ROLES.map((each) => ({
            label: ROLE_NAMES[each],
            checked: each === role,
            run: () =>
              void decide(
                { field: 'role', value: { ...span, role: each } },
                `已认定为“${ROLE_NAMES[each]}”，原文未动。`,
              ),
          })),
          ...(decided ? ['line' as const, { label: '恢复推断', run: () => undo(decided.id) }] : []),
          'line',
          { label: '主题', entries: topicEntries },
        ]}
      />
    </span>
  );
}
