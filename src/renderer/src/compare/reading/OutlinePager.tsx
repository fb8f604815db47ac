import { useDisplayText } from '../../preferences/preferences.tsx';
import { Button } from '../../ui/Button.tsx';
import type { AlignedGroup } from '../linkedPlaces.ts';

/** From one group of paired sections to the next. */
export function OutlinePager({
  groups,
  at,
  onGo,
}: {
  groups: readonly AlignedGroup[];
  at: number;
  onGo: (at: number) => void;
}) {
  const display = useDisplayText();
  const group = groups[at];
  return (
    <>
      <Button size="small" variant="text" disabled={at <= 0} onClick={() => onGo(at - 1)}>
        上一节
      </Button>
      <strong className="compare-group">{group ? display(group.label) : '开头'}</strong>
      <span className="quiet">
        {at < 0 ? '' : `第 ${at + 1} 节，`}共 {groups.length} 节
      </span>
      <Button
        size="small"
        variant="text"
        disabled={at >= groups.length - 1}
        onClick={() => onGo(at + 1)}
      >
        下一节
      </Button>
      <span className="compare-hint">
        {group?.members.includes(null) ? '有的报告没有对应的节，该栏停在原处' : ''}
      </span>
    </>
  );
}
