import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem, messageOf } from '../api/problems';
import { Button } from './Button';
import { cx } from './cx';

interface LoadableProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching'> & { refetch: () => unknown };
  /** What is being loaded, in the middle of a sentence: "bots", "this bot’s orders". */
  what: string;
  className?: string;
  children: (data: T) => ReactNode;
}

/** Shows what was loaded; until then says that it loads, or why it could not and how to try again. */
export function Loadable<T>({ query, what, className, children }: LoadableProps<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }

  return query.error === null ? (
    <Loading what={what} className={className} />
  ) : (
    <Failure error={query.error} what={what} onRetry={() => void query.refetch()} busy={query.isFetching} />
  );
}

export function Loading({ what, className }: { what: string; className?: string | undefined }) {
  return (
    <div role="status" className={cx('flex flex-col gap-2.5 px-4 py-5', className)}>
      <span className="sr-only">Loading {what}…</span>
      <span className="skeleton h-3 w-2/5" />
      <span className="skeleton h-3 w-4/5" />
      <span className="skeleton h-3 w-3/5" />
    </div>
  );
}

interface FailureProps {
  error: unknown;
  what: string;
  onRetry: () => void;
  busy?: boolean;
}

export function Failure({ error, what, onRetry, busy = false }: FailureProps) {
  const correlationId = error instanceof ApiProblem ? error.correlationId : null;
  return (
    <div role="alert" className="flex flex-col items-start gap-2 px-4 py-5">
      <p className="font-medium">Could not load {what}.</p>
      <p className="text-sm text-muted">{messageOf(error)}</p>
      {correlationId !== null && <p className="text-xs text-muted">Reference {correlationId}</p>}
      <Button onClick={onRetry} busy={busy}>
        Try again
      </Button>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1.5 px-4 py-6">
      <p className="font-medium">{title}</p>
      {children && <div className="text-sm text-muted">{children}</div>}
    </div>
  );
}
