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
  const keep = () => {
    if (value.trim() !== kept) onKeep(value.trim());
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
      onChange={(event) => setValue(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
