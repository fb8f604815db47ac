import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Select as BaseSelect } from '@base-ui/react/select';
import type { ReactElement } from 'react';
import './float.css';
import { CheckIcon, ChevronDownIcon, ChevronRightIcon } from './icons.tsx';

export type MenuEntry =
  | { label: string; run: () => void; disabled?: boolean; checked?: boolean }
  | { label: string; entries: MenuEntry[] }
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
            <Entries entries={entries} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** What one menu lists. An entry with entries of its own opens a menu beside it. */
function Entries({ entries }: { entries: MenuEntry[] }) {
  return entries.map((entry, index) => {
    if (entry === 'line') {
      return <BaseMenu.Separator key={`line-${String(index)}`} className="menu-line" />;
    }
    if ('entries' in entry) {
      return (
        <BaseMenu.SubmenuRoot key={entry.label}>
          <BaseMenu.SubmenuTrigger className="menu-item">
            <span className="menu-check" />
            <span className="menu-more">{entry.label}</span>
            <ChevronRightIcon size={16} />
          </BaseMenu.SubmenuTrigger>
          <BaseMenu.Portal>
            <BaseMenu.Positioner className="float-layer">
              <BaseMenu.Popup className="menu">
                <Entries entries={entry.entries} />
              </BaseMenu.Popup>
            </BaseMenu.Positioner>
          </BaseMenu.Portal>
        </BaseMenu.SubmenuRoot>
      );
    }
    const { label, run, disabled, checked } = entry;
    return (
      <BaseMenu.Item key={label} className="menu-item" disabled={disabled} onClick={run}>
        {checked !== undefined && (
          <span className="menu-check">{checked && <CheckIcon size={16} />}</span>
        )}
        {label}
      </BaseMenu.Item>
    );
  });
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
