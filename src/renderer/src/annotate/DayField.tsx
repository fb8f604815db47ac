import { useEffect, useState } from 'react';
import { dayWords, parseDay } from './days.ts';

/**
 * A day, typed as offices write it. Taken when the person leaves the field or presses Enter; an empty
 * field is no day. The browser's own field would show the order of another country.
 */
export function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  /** ISO day. */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const kept = value === undefined ? '' : dayWords(value);
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  const day = parseDay(typed);
  const isFaulty = typed.trim() !== '' && day === undefined;
  const keep = () => {
    if (isFaulty) return;
    setTyped(day === undefined ? '' : dayWords(day));
    if (day !== value) onChange(day);
  };
  return (
    <label>
      {label}
      <input
        className="text-input"
        inputMode="numeric"
        placeholder="如 2026-11-22"
        aria-invalid={isFaulty}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </label>
  );
}
