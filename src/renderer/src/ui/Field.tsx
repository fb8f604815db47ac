import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { IconButton } from './Button.tsx';
import './field.css';
import { CloseIcon, SearchIcon } from './icons.tsx';

/** A named line of text. */
export function TextField({
  label,
  hint,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="field-control">
        <input
          id={id}
          className="text-input"
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...rest}
        />
        {hint && (
          <p id={`${id}-hint`} className="field-hint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** Several lines of text. The name is spoken; draw it beside where the layout wants it. */
export function TextArea({
  name,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & {
  name: string;
  ref?: Ref<HTMLTextAreaElement>;
}) {
  return <textarea className="text-input text-area" aria-label={name} {...rest} />;
}

/** A box to search in, with a button that empties it. */
export function SearchField({
  name,
  value,
  onChange,
  ref,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  name: string;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <div className="search-field">
      <SearchIcon size={17} />
      <input
        ref={ref}
        type="search"
        aria-label={name}
        className="search-input"
        value={value}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {value !== '' && (
        <IconButton name="清空" icon={<CloseIcon size={14} />} onClick={() => onChange('')} />
      )}
    </div>
  );
}
