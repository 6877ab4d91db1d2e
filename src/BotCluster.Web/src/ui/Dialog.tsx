import { useEffect, useId, useRef, type ReactNode, type SubmitEvent } from 'react';
import { messageOf } from '../api/problems';
import { Button } from './Button';

interface DialogProps {
  title: string;
  /** What the button that does it says: a verb and its object. */
  action: string;
  dangerous?: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something is done. The browser's own dialog keeps the focus inside. */
export function Dialog({ title, action, dangerous = false, busy, error, onConfirm, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    if (element && !element.open) {
      element.showModal();
    }
    return () => {
      element?.close();
      // By now the dialog is gone from the page, so the browser cannot give the focus back itself. What opened it may be
      // gone too, where the command changed what can be commanded.
      const back = opener instanceof HTMLElement && opener.isConnected ? opener : document.querySelector('main');
      back?.focus();
    };
  }, []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!busy) {
      onConfirm();
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="w-[min(28rem,calc(100vw-1.5rem))] rounded-lg border border-line-strong bg-surface p-0 shadow-[0_16px_48px_var(--shadow)]"
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4 p-5">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        <div className="flex flex-col gap-3 text-sm">{children}</div>
        {error !== null && error !== undefined && (
          <p role="alert" className="text-sm font-medium text-danger">
            {messageOf(error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" look={dangerous ? 'danger' : 'primary'} busy={busy}>
            {busy ? 'Working…' : action}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
