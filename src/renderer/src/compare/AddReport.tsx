import { useRequest } from '../bridge/useRequest.ts';
import { isReport, shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';

/** One more column: the reports that are not yet in the comparison. */
export function AddReport({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (id: string) => void;
}) {
  const reports = useRequest('reports.list', {}).value?.reports ?? [];
  const open = reports.filter(({ id, kind }) => isReport(kind) && !taken.includes(id));
  if (open.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small" variant="text">
          加一栏
        </Button>
      }
      entries={open.map((report) => ({ label: shortName(report), run: () => onAdd(report.id) }))}
    />
  );
}
