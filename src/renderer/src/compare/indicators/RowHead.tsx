import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import { Tag } from '../../ui/Labels.tsx';
import { SCOPE_NAMES } from './figureWords.ts';
import { pinKey } from './tableGrid.ts';

/** The indicator, its unit, whose figures they are, and whether others of its kin stand in other rows. */
export function RowHead({
  row,
  pinned,
  onPin,
  onReach,
}: {
  row: FigureRow;
  pinned: boolean;
  onPin: (pinned: boolean) => void;
  /** The pin has the focus. */
  onReach: () => void;
}) {
  const { name, unit, scope, note, comparable, definition } = row;
  const said = [
    unit,
    scope === 'town' ? null : SCOPE_NAMES[scope],
    comparable ? null : '所指不尽相同',
  ].filter((part) => part !== null);
  return (
    <th scope="row" className="figures-head">
      <span className="figures-name" title={definition ?? undefined}>
        {name}
      </span>
      <span className="figures-note">
        {said.join('，')}
        {note?.includes('口径不同') && <Tag tone="warn">口径不同</Tag>}
      </span>
      <button
        type="button"
        className="figures-pin"
        tabIndex={-1}
        data-key={pinKey(row.id)}
        onFocus={onReach}
        aria-pressed={pinned}
        aria-label={`常用：${name}`}
        title={pinned ? '不再放在最上面' : '放在最上面'}
        onClick={() => onPin(!pinned)}
      >
        <svg width="14" height="14" viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M10 2.8l2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z"
            fill={pinned ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
        </svg>
      </button>
    </th>
  );
}
