import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import './float.css';
import { CheckIcon } from './icons.tsx';

export type MenuEntry =
  | { label: string; run: () => void; disabled?: boolean; checked?: boolean }
  | 'line';

/** Actions behind one button. The button carries the name. */
export function Menu({
  trigger,
  entries,
  defaultOpen = false,
}: {
  trigger: ReactElement;
  entries: MenuEntry[];
  /** Open from the moment it is drawn. */
  defaultOpen?: boolean;
}) {
  return (
    <BaseMenu.Root defaultOpen={defaultOpen}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align="end" className="float-layer">
          <BaseMenu.Popup className="menu">
            {entries.map((entry, index) =>
              entry === 'line' ? (
                <BaseMenu.Separator key={`line-${String(index)}`} className="menu-line" />
              ) : (
                <BaseMenu.Item
                  key={entry.label}
                  className="menu-item"
                  disabled={entry.disabled}
                  onClick={entry.run}
                >
                  {entry.checked !== undefined && (
                    <span className="menu-check">{entry.checked && <CheckIcon size={16} />}</span>
                  )}
                  {entry.label}
                </BaseMenu.Item>
              ),
            )}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
