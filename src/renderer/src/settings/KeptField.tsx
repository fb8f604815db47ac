import { useEffect, useRef, useState } from 'react';
import { TextField } from '../ui/Field.tsx';

/** Kept when the person leaves the field or the view, or presses Enter. */
export function KeptField({
  label,
  hint,
  maxLength,
  list,
  kept,
  onKeep,
}: {
  label: string;
  hint?: string;
  maxLength: number;
  /** The id of a list of suggestions. */
  list?: string;
  kept: string;
  onKeep: (value: string) => void;
}) {
  const [value, setValue] = useState(kept);
  useEffect(() => setValue(kept), [kept]);
  // What Enter keeps is still on its way when the field is left, and must not be kept again.
  const sent = useRef<string | null>(null);
  const keep = () => {
    const words = value.trim();
    if (words === kept || words === sent.current) return;
    sent.current = words;
    onKeep(words);
  };
  const onLeaving = useRef(keep);
  onLeaving.current = keep;
  useEffect(() => () => onLeaving.current(), []);
  return (
    <TextField
      label={label}
      hint={hint}
      maxLength={maxLength}
      list={list}
      value={value}
      onChange={(event) => {
        sent.current = null;
        setValue(event.target.value);
      }}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
