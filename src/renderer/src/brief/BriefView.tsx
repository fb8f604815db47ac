import type { BriefRoute } from '../navigation/route.ts';
import { Toolbar } from '../ui/Layout.tsx';

export function BriefView(_: { route: BriefRoute }) {
  return (
    <main className="split">
      <Toolbar title="简报" />
    </main>
  );
}
