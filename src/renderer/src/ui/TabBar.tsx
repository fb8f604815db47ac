import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ChoiceProps } from './Choices.tsx';
import './choices.css';

/** The modes of a view. The panel below is drawn by the caller. */
export function TabBar<V extends string>({ name, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <BaseTabs.Root value={value} onValueChange={(next) => onChange(next as V)}>
      <BaseTabs.List className="tab-bar" aria-label={name} activateOnFocus={false}>
        {choices.map((choice) => (
          <BaseTabs.Tab
            key={choice.value}
            value={choice.value}
            disabled={choice.disabled}
            className="tab"
          >
            {choice.label}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
    </BaseTabs.Root>
  );
}
