import { useRequest } from '../bridge/useRequest.ts';
import type { CompareRoute } from '../navigation/route.ts';
import { Toolbar } from '../ui/Layout.tsx';
import { EmptyState } from '../ui/States.tsx';

/** Two to four reports side by side. */
export function CompareView({ route }: { route: CompareRoute }) {
  const { value } = useRequest(
    'comparison.align',
    route.ids.length >= 2 ? { ids: route.ids } : null,
  );
  return (
    <main className="split">
      <Toolbar title="对照" />
      {route.ids.length < 2 && (
        <EmptyState title="还没有选报告">在资料库里勾选二至四篇,再点“并排对照”。</EmptyState>
      )}
      <ul>
        {value?.groups.map((group) => (
          <li key={group.id}>{group.label}</li>
        ))}
      </ul>
    </main>
  );
}
