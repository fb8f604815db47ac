import { memo, useCallback, useRef } from 'react';
import { figure } from '../report/labels.ts';
import { Checkbox } from '../ui/Choices.tsx';

/** React writes the attributes of a box anew each time it is drawn; most counts come without a tick. */
const Box = memo(Checkbox);

/** One value to tick, with what ticking it finds. */
export function FilterLine({
  label,
  count,
  checked,
  onChange,
}: {
  label: string;
  count: number;
  checked: boolean;
  onChange: () => void;
}) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const tick = useCallback(() => latest.current(), []);
  return (
    <div className="filter-line">
      <Box label={label} checked={checked} onChange={tick} />
      <span className="num quiet">{figure(count)}</span>
    </div>
  );
}
