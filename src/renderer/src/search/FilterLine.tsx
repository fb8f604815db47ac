import { figure } from '../report/labels.ts';
import { Checkbox } from '../ui/Choices.tsx';

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
  return (
    <div className="filter-line">
      <Checkbox label={label} checked={checked} onChange={onChange} />
      <span className="num quiet">{figure(count)}</span>
    </div>
  );
}
