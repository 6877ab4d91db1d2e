import { useId, type ReactNode } from 'react';
import { cx } from './cx';

interface PanelProps {
  title: string;
  aside?: ReactNode;
  className?: string;
  /** No padding: the content (a table, a chart) meets the border. */
  flush?: boolean;
  children: ReactNode;
}

/** One named part of a page. */
export function Panel({ title, aside, className, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('min-w-0 rounded-lg border border-line bg-surface', className)}>
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-3 pb-2">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {aside}
      </header>
      <div className={flush ? '' : 'px-4 pb-4'}>{children}</div>
    </section>
  );
}
