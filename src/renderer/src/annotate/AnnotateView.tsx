import type { AnnotateRoute } from '../navigation/route.ts';
import { Toolbar } from '../ui/Layout.tsx';

export function AnnotateView(_: { route: AnnotateRoute }) {
  return (
    <main className="split">
      <Toolbar title="批注" />
    </main>
  );
}
