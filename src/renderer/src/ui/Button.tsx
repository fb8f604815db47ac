import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';
import { Tooltip } from './Tooltip.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary a screen. `danger` names a removal; it is outlined, never filled. */
  variant?: 'primary' | 'secondary' | 'text' | 'danger';
  size?: 'normal' | 'small';
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'secondary',
  size = 'normal',
  icon,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${variant} button-${size} ${className}`}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** What it does, in words: the accessible name, and the tip under the pointer. */
  name: string;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ name, icon, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={name}>
      <button type="button" className={`icon-button ${className}`} aria-label={name} {...rest}>
        {icon}
      </button>
    </Tooltip>
  );
}
