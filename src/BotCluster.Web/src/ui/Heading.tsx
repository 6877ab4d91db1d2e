import { useEffect, useRef, type ReactNode } from 'react';

let opened = false;

/** The page's name: in the browser's title, and where the focus goes when the page opens. */
export function Heading({ title, children, className }: { title: string; children?: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · BotCluster`;
  }, [title]);

  useEffect(() => {
    // The browser itself announces the first page; from then on the focus tells where one is.
    const active = document.activeElement;
    if (opened && (active === null || active === document.body || !active.closest('main'))) {
      heading.current?.focus();
    }
    opened = true;
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1} className={className ?? 'text-xl font-semibold tracking-tight'}>
      {children ?? title}
    </h1>
  );
}
