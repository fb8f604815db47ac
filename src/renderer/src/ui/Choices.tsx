import { type KeyboardEvent, type ReactNode, useId } from 'react';
import './choices.css';

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  /** Shown after the label, in quiet figures. */
  count?: number;
  disabled?: boolean;
}

export interface ChoiceProps<V extends string> {
  name: string;
  value: V;
  choices: Choice<V>[];
  onChange: (value: V) => void;
}

/**
 * One of a few, side by side; arrow keys move between them. Plain buttons: a group that measures its
 * parts to find its way among them would hold back the first paint of every view that has one.
 */
export function Segmented<V extends string>({ name, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <fieldset className="segmented" aria-label={name} onKeyDown={moveBetweenButtons}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="segment"
          aria-pressed={choice.value === value}
          tabIndex={choice.value === value ? 0 : -1}
          disabled={choice.disabled}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
          {choice.count !== undefined && <span className="num">{choice.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}

const STEPS: Record<string, number | undefined> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

function moveBetweenButtons(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.altKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}

interface OnOffProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** On or off, with its name beside it. */
export function Switch({ label, checked, onChange, disabled }: OnOffProps & { label: string }) {
  const id = useId();
  return (
    <label className="switch-label" htmlFor={id}>
      {label}
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className="switch"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        disabled={disabled}
      />
    </label>
  );
}

/** A box to tick. `label` is drawn beside it; where the row already says it, give `name` only. */
export function Checkbox({
  label,
  name,
  mixed = false,
  checked,
  onChange,
  disabled,
}: OnOffProps & { label?: ReactNode; name?: string; mixed?: boolean }) {
  const id = useId();
  const box = (
    <input
      id={id}
      ref={(element) => {
        if (element) element.indeterminate = mixed;
      }}
      type="checkbox"
      className="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      disabled={disabled}
      aria-label={name}
    />
  );
  if (label === undefined) return box;
  return (
    <label className="checkbox-label" htmlFor={id}>
      {box}
      {label}
    </label>
  );
}
