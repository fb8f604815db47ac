import { memo } from 'react';
import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { figure, NOT_SEEN } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { PanelHeader } from '../ui/Layout.tsx';

const FEWEST = 2;

/**
 * How often each place says it. Towns whose reports do not are named too, as 未见: the words are not
 * there, which is not to say that the matter is unmentioned.
 */
export const TownTotals = memo(function TownTotals({ facets }: { facets: SearchFacets }) {
  const { go } = useNavigation();
  const { towns, moreTowns, silent, comparable } = facets;
  const most = Math.max(1, ...towns.map(({ count }) => count));
  return (
    <>
      <PanelHeader title="各地合计" />
      <div className="totals scroll">
        <ul>
          {towns.map(({ label, count }, place) => (
            // By its place: other words have other towns, and only the words in a line change.
            <li key={String(place)} className="total">
              <span>{label}</span>
              <span className="num">
                <strong>{figure(count)}</strong> 处
              </span>
              <span className="total-track" aria-hidden="true">
                <span className="total-bar" style={{ width: `${(count / most) * 100}%` }} />
              </span>
            </li>
          ))}
          {silent.map((label) => (
            <li key={label} className="total">
              <span>{label}</span>
              <span className="quiet">{NOT_SEEN}</span>
            </li>
          ))}
        </ul>
        {moreTowns > 0 && <p className="quiet">另有 {figure(moreTowns)} 地，见“词频”。</p>}
        {comparable.length >= FEWEST && (
          <Button onClick={() => go({ view: 'compare', ids: comparable, mode: 'reading' })}>
            {comparable.length} 篇并排看
          </Button>
        )}
      </div>
    </>
  );
});
