import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { cx } from './cx';

type Look = 'primary' | 'plain' | 'quiet' | 'danger' | 'wary';

const SHAPE =
  'inline-flex items-center justify-center gap-1.5 rounded-md px-3 min-h-8 max-sm:min-h-11 text-sm font-medium ' +
  'whitespace-nowrap select-none transition-colors disabled:opacity-50 border';

const LOOK: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink border-transparent hover:brightness-110',
  plain: 'bg-raised text-ink border-line-strong hover:border-ink',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-sunken',
  /** Leads to something dangerous, but asks first. */
  wary: 'bg-transparent text-danger border-danger hover:bg-loss-soft',
  danger: 'bg-danger text-danger-ink border-transparent hover:brightness-110',
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  /** Something is under way: the button stays focusable but does nothing. */
  busy?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      className={cx(SHAPE, LOOK[look], busy && 'opacity-60', className)}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
        } else {
          onClick?.(event);
        }
      }}
    >
      {children}
    </button>
  );
}

export function ButtonLink({ look = 'plain', className, ...rest }: Omit<LinkProps, 'className'> & { look?: Look; className?: string }) {
  return <Link {...rest} className={cx(SHAPE, LOOK[look], className)} />;
}
