import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, take } from '../api/client';
import { faultAt } from '../api/problems';
import * as queries from '../api/queries';
import type { Client, NewUser, Role } from '../api/schema';
import { ROLE, ROLE_MEANING } from '../format/words';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';

interface AddUserDialogProps {
  client: Client;
  onAdded: (user: NewUser) => void;
  onClose: () => void;
}

export function AddUserDialog({ client, onAdded, onClose }: AddUserDialogProps) {
  const cache = useQueryClient();
  const [email, setEmail] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [faults, setFaults] = useState<Record<string, string | null>>({});
  // For one attempt that may be sent again; another attempt, with other words, is another user.
  const [key, setKey] = useState(newKey);
  const add = useMutation({
    mutationFn: () =>
      take(
        api.POST('/clients/{id}/users', {
          params: { path: { id: client.id }, header: { 'Idempotency-Key': key } },
          body: { email: email.trim(), displayName: displayName.trim(), role },
        }),
      ),
    onSuccess: async (added) => {
      onAdded(added);
      onClose();
      await cache.invalidateQueries({ queryKey: queries.users(client.id).queryKey });
    },
    onError: (error) => {
      setKey(newKey());
      const said = ['email', 'displayName', 'role'].map((path) => [path, faultAt(error, path)] as const);
      setFaults(Object.fromEntries(said.filter(([, message]) => message !== null)));
    },
  });

  function confirm() {
    const found: Record<string, string> = {};
    if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) {
      found['email'] = 'Enter an e-mail address, such as name@example.com.';
    }
    if (displayName.trim() === '') {
      found['displayName'] = 'Enter a name to show.';
    }
    setFaults(found);
    if (Object.keys(found).length === 0) {
      add.mutate();
    }
  }

  return (
    <Dialog
      title={`Add a user to ${client.name}`}
      action="Add user"
      busy={add.isPending}
      error={Object.keys(faults).length === 0 ? add.error : null}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Field label="E-mail" error={faults['email']}>
        {(control) => (
          <input {...control} type="email" className="control" value={email} autoComplete="off" onChange={(event) => { setEmail(event.target.value); }} />
        )}
      </Field>
      <Field label="Name" error={faults['displayName']}>
        {(control) => (
          <input {...control} className="control" value={displayName} maxLength={80} autoComplete="off" onChange={(event) => { setDisplayName(event.target.value); }} />
        )}
      </Field>
      <Field label="Role" hint={ROLE_MEANING[role]} error={faults['role']}>
        {(control) => (
          <select {...control} className="control" value={role} onChange={(event) => { setRole(event.target.value as Role); }}>
            {Object.entries(ROLE).map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Dialog>
  );
}
