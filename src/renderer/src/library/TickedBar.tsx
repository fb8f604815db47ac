import { useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { shortName } from '../report/labels.ts';
import { MOST_IN_FIGURES, MOST_SIDE_BY_SIDE } from '../report/limits.ts';
import { Button } from '../ui/Button.tsx';
import { fetched } from '../ui/fetched.tsx';
import { Chip } from '../ui/Labels.tsx';

const ExportPackage = fetched(
  async () => (await import('../exchange/ExportPackage.tsx')).ExportPackage,
);

const FEWEST = 2;
const MOST_NAMED = 4;
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
  const comparable = ids.length >= FEWEST && ids.length <= MOST_IN_FIGURES;
  const inTexts = ids.length <= MOST_SIDE_BY_SIDE;
  const [packing, setPacking] = useState(false);
  return (
    <section className="ticked-bar" aria-label="已选资料">
      <span className="num">已选 {ids.length} 篇</span>
      {ticked.slice(0, MOST_NAMED).map((report) => (
        <Chip key={report.id} label={shortName(report)} onRemove={() => onRemove(report.id)} />
      ))}
      {ids.length > MOST_NAMED && <span className="quiet">等</span>}
      <span className="ticked-actions">
        {!comparable && (
          <span className="quiet">
            {ids.length < FEWEST ? '再选一篇即可并排对照' : `指标表一次最多 ${MOST_IN_FIGURES} 篇`}
          </span>
        )}
        <Button variant="text" onClick={onClear}>
          取消选择
        </Button>
        <Button onClick={() => setPacking(true)}>导出交换包</Button>
        <Button
          disabled={ids.length > MOST_IN_BRIEF}
          onClick={() => go({ view: 'brief', documents: ids })}
        >
          编简报
        </Button>
        <Button
          disabled={!comparable}
          onClick={() => go({ view: 'compare', ids, mode: inTexts ? 'reading' : 'indicators' })}
        >
          {inTexts ? '并排对照' : '看指标表'}
        </Button>
      </span>
      {packing && <ExportPackage reports={ticked} onClose={() => setPacking(false)} />}
    </section>
  );
}
