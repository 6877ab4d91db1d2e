import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, take } from '../api/client';
import { faultAt, messageOf } from '../api/problems';
import * as queries from '../api/queries';
import { useMe } from '../app/session';
import { PASSWORD_RULE, passwordFault } from '../auth/password';
import { PasswordField } from '../auth/PasswordField';
import { ROLE, ROLE_MEANING } from '../format/words';
import { Button } from '../ui/Button';
import { Heading } from '../ui/Heading';
import { Panel } from '../ui/Panel';
import { say } from '../ui/toasts';

/** Who is signed in, what they may do, and their password. */
export function AccountPage() {
  const user = useMe();
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading title="Account" />
        <SignOut />
      </div>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Panel title="You">
          <dl className="flex flex-col gap-2 text-sm">
            <div>
              <dt className="label-text">Name</dt>
              <dd className="normal-nums">{user.displayName}</dd>
            </div>
            <div>
              <dt className="label-text">E-mail</dt>
              <dd className="normal-nums wrap-anywhere">{user.email}</dd>
            </div>
          </dl>
          <h3 className="mt-4 mb-1 text-sm font-semibold">What you may do</h3>
          <ul className="flex flex-col gap-2 text-sm">
            {user.isPlatformAdmin && (
              <li>
                <span className="font-medium">Platform admin</span>
                <span className="block text-xs text-muted">Everything, for every client</span>
              </li>
            )}
            {user.memberships.map(({ tenantId, tenantName, role }) => (
              <li key={tenantId}>
                <span className="font-medium">
                  {ROLE[role]} of {tenantName}
                </span>
                <span className="block text-xs text-muted">{ROLE_MEANING[role]}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <ChangePassword />
      </div>
    </div>
  );
}

function SignOut() {
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => take(api.POST('/auth/page/sign-out')),
    onSuccess: () => {
      // Nothing of one user may stay for the next.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      client.setQueryData(queries.me.queryKey, null);
    },
    onError: (error) => {
      say('failed', messageOf(error));
    },
  });
  return (
    <Button busy={signOut.isPending} onClick={() => { signOut.mutate(); }}>
      Sign out
    </Button>
  );
}

function ChangePassword() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [faults, setFaults] = useState<{ current?: string | null; next?: string | null }>({});
  const change = useMutation({
    mutationFn: () => take(api.POST('/auth/password', { body: { currentPassword: current, newPassword: next } })),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      say('done', 'Your password is changed. Your other sessions have ended.');
    },
    onError: (error) => {
      setFaults({ current: faultAt(error, 'currentPassword'), next: faultAt(error, 'newPassword') });
    },
  });

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = { current: current === '' ? 'Enter your current password.' : null, next: passwordFault(next) };
    setFaults(found);
    if (found.current === null && found.next === null && !change.isPending) {
      change.mutate();
    }
  }

  return (
    <Panel title="Change password">
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <PasswordField label="Current password" value={current} onChange={setCurrent} autoComplete="current-password" error={faults.current ?? null} />
        <PasswordField label="New password" value={next} onChange={setNext} autoComplete="new-password" hint={PASSWORD_RULE} error={faults.next ?? null} />
        {change.error && !faults.current && !faults.next && (
          <p role="alert" className="text-sm font-medium text-danger">
            {messageOf(change.error)}
          </p>
        )}
        <div>
          <Button type="submit" look="primary" busy={change.isPending}>
            {change.isPending ? 'Changing…' : 'Change password'}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
