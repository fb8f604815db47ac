import type { ReactElement } from 'react';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../shared/report/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { decisionOn } from '../report/decisions.ts';
import { useDecide } from '../report/useDecide.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';

/** The topics a stretch of the text can be moved to. */
export function TopicMenu({
  trigger,
  ...stretch
}: Parameters<typeof useTopicEntries>[0] & { trigger: ReactElement }) {
  return <Menu trigger={trigger} entries={useTopicEntries(stretch)} />;
}

/** Moves a stretch of the text to another topic, to none, or back to what was inferred. */
export function useTopicEntries({
  report: { summary },
  span,
  topics,
}: {
  report: ReportDetail;
  span: Span;
  /** Those it stands under now. */
  topics: readonly string[];
}): MenuEntry[] {
  const known = useTopics();
  const { decide, undo } = useDecide(summary.id);
  const decided = decisionOn(summary.decisions, 'topics', span);
  const move = (ids: string[], said: string) =>
    void decide({ field: 'topics', value: { ...span, topics: ids } }, said);
  return [
    ...(decided ? [{ label: '恢复推断', run: () => undo(decided.id) }, 'line' as const] : []),
    ...known.map(({ id, name }) => ({
      label: name,
      checked: topics.includes(id),
      run: () => move([id], `已移到“${name}”，原文未动。`),
    })),
    'line',
    {
      label: '不归任何主题',
      checked: topics.length === 0,
      run: () => move([], '已不归任何主题，原文未动。'),
    },
  ];
}

export function useTopics(): { id: string; name: string }[] {
  return useRequest('reports.topics', {}).value?.topics ?? [];
}
