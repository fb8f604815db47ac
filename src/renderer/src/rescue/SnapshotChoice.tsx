import type { Output } from '../../../shared/contract/routes.ts';
import { momentLabel } from '../ui/dates.ts';
import './rescue.css';

type Snapshot = Output<'library.listSnapshots'>['snapshots'][number];

/** Snapshots to choose one from, newest first, each with what it holds. */
export function SnapshotChoice({
  snapshots,
  chosen,
  onChoose,
}: {
  snapshots: Snapshot[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  return (
    <fieldset className="snapshots">
      <legend>快照，新的在前</legend>
      {snapshots.map(({ id, takenAt, reason, reportCount, annotationCount }) => (
        <label key={id} className="snapshot">
          <input
            type="radio"
            name="snapshot"
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <span className="num">{momentLabel(takenAt)}</span>
          <span className="quiet">{reason}</span>
          <span className="num">
            {reportCount} 篇 {annotationCount} 条批注
          </span>
        </label>
      ))}
    </fieldset>
  );
}
