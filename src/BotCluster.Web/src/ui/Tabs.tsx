import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx';

export interface Tab {
  id: string;
  title: string;
  /** Shown beside the title, where it is known. */
  count?: number;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  selected: string;
  onSelect: (id: string) => void;
  children: ReactNode;
}

/** Tabs in the usual way: arrows move between them, Tab goes into the panel. */
export function Tabs({ label, tabs, selected, onSelect, children }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) {
      return;
    }

    event.preventDefault();
    const position = (target + tabs.length) % tabs.length;
    const tab = tabs[position];
    if (tab) {
      onSelect(tab.id);
      list.current?.querySelectorAll<HTMLElement>('[role=tab]')[position]?.focus();
    }
  }

  return (
    <div className="min-w-0">
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-b border-line px-2 [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => {
              onSelect(tab.id);
            }}
            className={cx(
              'min-h-10 border-b-2 px-2.5 text-sm whitespace-nowrap outline-offset-[-3px] max-sm:min-h-11',
              tab.id === selected
                ? 'border-accent font-semibold text-ink'
                : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {tab.title}
            {tab.count !== undefined && <span className="ml-1.5 text-xs text-muted">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
