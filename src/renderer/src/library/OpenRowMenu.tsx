import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { KIND_NAMES, KINDS } from '../report/labels.ts';
import { MoreIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** What can be done with one report of the table. */
export function OpenRowMenu({ report, name }: { report: ReportSummary; name: string }) {
  const { go } = useNavigation();
  const toast = useToast();
  const decideKind = useMutation('reports.decideKind', toast.fail);
  const undoDecision = useMutation('reports.undoDecision', toast.fail);
  const remove = useMutation('reports.remove', toast.fail);
  const restore = useMutation('reports.restore', toast.fail);
  const { id, title } = report;
  return (
    <Menu
      defaultOpen
      trigger={
        <button type="button" className="icon-button row-more" aria-label={name}>
          <MoreIcon />
        </button>
      }
      entries={[
        { label: '打开', run: () => go({ view: 'reader', id }) },
        'line',
        ...KINDS.map((kind) => ({
          label: `文种：${KIND_NAMES[kind]}`,
          checked: report.kind === kind,
          run: async () => {
            if (report.kind === kind) return;
            const result = await decideKind.run({ id, kind });
            if (!result) return;
            toast.done(`“${title}”的文种已改为${KIND_NAMES[kind]}。`, {
              label: '撤销',
              run: () => void undoDecision.run({ id, decisionId: result.decision.id }),
            });
          },
        })),
        'line',
        {
          label: '移出资料库',
          run: async () => {
            if (!(await remove.run({ id }))) return;
            toast.done(`已移出“${title}”和写在上面的批注。`, {
              label: '撤销',
              run: () => void restore.run({ id }),
            });
          },
        },
      ]}
    />
  );
}
