import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Select as BaseSelect } from '@base-ui/react/select';
import type { ReactElement } from 'react';
import './float.css';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';

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

/** One of several in a list that opens. */
export function Select<V extends string>({
  name,
  value,
  choices,
  onChange,
}: {
  name: string;
  value: V;
  choices: { value: V; label: string }[];
  onChange: (value: V) => void;
}) {
  return (
    <BaseSelect.Root
      value={value}
      items={choices}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <BaseSelect.Trigger className="select-trigger" aria-label={name}>
        <BaseSelect.Value />
        <BaseSelect.Icon className="menu-check">
          <ChevronDownIcon size={16} />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner className="float-layer" sideOffset={4} alignItemWithTrigger={false}>
          <BaseSelect.Popup className="menu">
            <BaseSelect.List>
              {choices.map((choice) => (
                <BaseSelect.Item key={choice.value} value={choice.value} className="menu-item">
                  <span className="menu-check">
                    <BaseSelect.ItemIndicator>
                      <CheckIcon size={16} />
                    </BaseSelect.ItemIndicator>
                  </span>
                  <BaseSelect.ItemText>{choice.label}</BaseSelect.ItemText>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
