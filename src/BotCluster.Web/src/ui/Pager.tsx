import { useState } from 'react';
import { Button } from './Button';

/** The way through cursor pages: forward by the server's cursor, back by those already seen. */
export interface Paging {
  cursor: string | null;
  page: number;
  forward: (next: string) => void;
  back: () => void;
}

/** Starts over whenever what is listed (`key`) changes. */
export function usePaging(key: string): Paging {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({ key, cursors: [] });
  const cursors = state.key === key ? state.cursors : [];
  return {
    cursor: cursors.at(-1) ?? null,
    page: cursors.length + 1,
    forward: (next) => {
      setState({ key, cursors: [...cursors, next] });
    },
    back: () => {
      setState({ key, cursors: cursors.slice(0, -1) });
    },
  };
}

export function Pager({ paging, next, what }: { paging: Paging; next: string | null; what: string }) {
  if (next === null && paging.page === 1) {
    return null;
  }

  return (
    <nav aria-label={`Pages of ${what}`} className="flex items-center justify-end gap-2 border-t border-line px-4 py-2">
      <span className="mr-auto text-xs text-muted" aria-live="polite">
        Page {paging.page}
      </span>
      <Button disabled={paging.page === 1} onClick={paging.back}>
        Previous
      </Button>
      <Button
        disabled={next === null}
        onClick={() => {
          if (next !== null) {
            paging.forward(next);
          }
        }}
      >
        Next
      </Button>
    </nav>
  );
}
