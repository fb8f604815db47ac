import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Labels.tsx';

const FEWEST = 2;
const MOST = 4;
const MOST_IN_BRIEF = 8;

/** What can be done with the ticked reports. */
export function TickedBar({
  ticked,
  onClear,
  onRemove,
}: {
  ticked: ReportSummary[];
  onClear: () => void;
  onRemove: (id: string) => void;
}) {
  const { go } = useNavigation();
  const ids = ticked.map(({ id }) => id);
  const comparable = ids.length >= FEWEST && ids.length <= MOST;
  return (
    <section className="ticked-bar" aria-label="已选资料">
      <span className="num">已选 {ids.length} 篇</span>
      {ticked.slice(0, MOST).map((report) => (
        <Chip key={report.id} label={shortName(report)} onRemove={() => onRemove(report.id)} />
      ))}
      {ids.length > MOST && <span className="quiet">等</span>}
      <span className="ticked-actions">
        {!comparable && (
          <span className="quiet">
            {ids.length < FEWEST ? '再选一篇即可并排对照' : '并排对照一次最多 4 篇'}
          </span>
        )}
        <Button variant="text" onClick={onClear}>
          取消选择
        </Button>
        <Button
          disabled={ids.length > MOST_IN_BRIEF}
          onClick={() => go({ view: 'brief', documents: ids })}
        >
          编简报
        </Button>
        <Button
          disabled={!comparable}
          onClick={() => go({ view: 'compare', ids, mode: 'reading' })}
        >
          并排对照
        </Button>
      </span>
    </section>
  );
}
