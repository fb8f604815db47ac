import type { SearchRoute } from '../navigation/route.ts';
import { Toolbar } from '../ui/Layout.tsx';

export function SearchView(_: { route: SearchRoute }) {
  return (
    <main className="split">
      <Toolbar title="检索" />
    </main>
  );
}
