import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { figure, isReport, NOT_SEEN } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { countByPlace, type GroupCount } from './facets.ts';

const FEWEST = 2;
const MOST = 4;
/** Places beyond these are counted in the frequencies. */
const MOST_LISTED = 30;

/**
 * How often each place says it. Towns whose reports do not are named too, as 未见: the words are not
 * there, which is not to say that the matter is unmentioned.
 */
export function TownTotals({
  groups,
  complete,
  reports,
}: {
  groups: GroupCount[];
  /** False under a filter, where nothing can be said of the towns left out. */
  complete: boolean;
  reports: ReadonlyMap<string, ReportSummary>;
}) {
  const { go } = useNavigation();
  const counts = countByPlace(groups, reports);
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const silent = (complete ? [...reports.values()] : [])
    .filter(({ kind, town }) => kind === 'annual-report' && town !== null)
    .map(({ town }) => town ?? '')
    .filter((town, index, all) => all.indexOf(town) === index)
    .filter((town) => !counts.some(([place]) => place === town));
  const hidden = Math.max(0, counts.length - MOST_LISTED);
  const comparable = groups
    .map(({ documentId }) => reports.get(documentId))
    .filter((report) => report !== undefined)
    .filter(({ kind }) => isReport(kind))
    .sort((a, b) => Number(b.kind === 'annual-report') - Number(a.kind === 'annual-report'))
    .slice(0, MOST);
  return (
    <>
      <PanelHeader title="各地合计" />
      <div className="totals scroll">
        <ul>
          {counts.slice(0, MOST_LISTED).map(([place, count]) => (
            <li key={place} className="total">
              <span>{place}</span>
              <span className="num">
                <strong>{figure(count)}</strong> 处
              </span>
              <span className="total-track" aria-hidden="true">
                <span className="total-bar" style={{ width: `${(count / most) * 100}%` }} />
              </span>
            </li>
          ))}
          {silent.slice(0, MOST_LISTED).map((town) => (
            <li key={town} className="total">
              <span>{town}</span>
              <span className="quiet">{NOT_SEEN}</span>
            </li>
          ))}
        </ul>
        {hidden > 0 && <p className="quiet">另有 {hidden} 地，见“词频”。</p>}
        {comparable.length >= FEWEST && (
          <Button
            onClick={() =>
              go({
                view: 'compare',
                ids: comparable.map(({ id }) => id),
                mode: 'reading',
              })
            }
          >
            {comparable.length} 篇并排看
          </Button>
        )}
      </div>
    </>
  );
}
