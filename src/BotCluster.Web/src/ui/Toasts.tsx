import { useSyncExternalStore } from 'react';
import { cx } from './cx';
import { dismiss, toastStore, type Toast } from './toasts';

/** The regions stand from the start, so that screen readers notice what is put into them. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.observe, toastStore.read);
  return (
    <div className="pointer-events-none fixed inset-x-3 bottom-20 z-40 flex flex-col items-end gap-2 md:bottom-4">
      <div role="status" aria-label="Done" className="flex flex-col gap-2">
        {toasts.filter((toast) => toast.tone === 'done').map((toast) => <Note key={toast.id} toast={toast} />)}
      </div>
      <div role="alert" aria-label="Failed" className="flex flex-col gap-2">
        {toasts.filter((toast) => toast.tone === 'failed').map((toast) => <Note key={toast.id} toast={toast} />)}
      </div>
    </div>
  );
}

function Note({ toast }: { toast: Toast }) {
  const failed = toast.tone === 'failed';
  return (
    <div
      className={cx(
        'pointer-events-auto flex max-w-md animate-[arrive_160ms_ease-out] items-start gap-3 rounded-md border bg-raised py-2 pr-1.5 pl-3 text-sm',
        'shadow-[0_6px_24px_var(--shadow)]',
        failed ? 'border-danger' : 'border-line-strong',
      )}
    >
      <span className="py-1">
        <span aria-hidden="true" className={cx('mr-2 font-semibold', failed ? 'text-danger' : 'text-gain')}>
          {failed ? '✕' : '✓'}
        </span>
        {toast.text}
      </span>
      <button
        type="button"
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
        onClick={() => {
          dismiss(toast.id);
        }}
      >
        <span className="sr-only">Dismiss</span>
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}
