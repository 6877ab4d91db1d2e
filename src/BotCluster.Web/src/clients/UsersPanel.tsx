import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, take } from '../api/client';
import { messageOf } from '../api/problems';
import * as queries from '../api/queries';
import type { Client, NewUser, Role, User } from '../api/schema';
import { useMe } from '../app/session';
import { dateTime, day } from '../format/time';
import { ROLE } from '../format/words';
import { Button } from '../ui/Button';
import { DataTable, type Column } from '../ui/DataTable';
import { Dialog } from '../ui/Dialog';
import { Empty, Loadable } from '../ui/Loadable';
import { Panel } from '../ui/Panel';
import { say } from '../ui/toasts';
import { AddUserDialog } from './AddUserDialog';
import { Secret } from './Secret';

/** Who may see and command this client's bots. */
export function UsersPanel({ client }: { client: Client }) {
  const users = useQuery(queries.users(client.id));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<User | null>(null);
  const [added, setAdded] = useState<NewUser | null>(null);
  const columns = useColumns(client, setRemoving);

  return (
    <Panel title="Users" flush aside={<Button onClick={() => { setAdding(true); }}>Add user</Button>}>
      {added !== null && (
        <div className="mx-4 mb-3 rounded-md border border-line bg-accent-soft p-3">
          {added.link === null ? (
            <p role="status" className="text-sm">
              {added.user.email} has an account already and keeps its password: they can sign in and see {client.name} now.
            </p>
          ) : (
            <Secret
              label={`One-time link for ${added.user.email}, good until ${dateTime(added.linkExpiresAt)} UTC`}
              value={new URL(added.link, window.location.origin).href}
            />
          )}
        </div>
      )}
      <Loadable query={users} what="users">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nobody yet.">Add a user: they set their own password by a one-time link.</Empty>
          ) : (
            <DataTable caption={`Users of ${client.name}`} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Loadable>
      {adding && <AddUserDialog client={client} onAdded={setAdded} onClose={() => { setAdding(false); }} />}
      {removing !== null && <RemoveDialog client={client} user={removing} onClose={() => { setRemoving(null); }} />}
    </Panel>
  );
}

function useColumns(client: Client, onRemove: (user: User) => void): readonly Column<User>[] {
  const me = useMe();
  return useMemo(
    () => [
      {
        id: 'name',
        title: 'User',
        heads: true,
        cell: ({ displayName, email }) => (
          <>
            <span className="font-medium">{displayName}</span>
            <span className="block text-xs text-muted">{email}</span>
          </>
        ),
      },
      { id: 'role', title: 'Role', cell: (user) => <RoleChoice client={client} user={user} fixed={user.id === me.id} /> },
      {
        id: 'password',
        title: 'Password',
        cell: ({ hasPassword }) => (hasPassword ? 'set' : <span className="text-warn">○ link not used yet</span>),
      },
      { id: 'since', title: 'Since', numeric: true, cell: ({ createdAt }) => day(createdAt) },
      {
        id: 'remove',
        title: 'Remove',
        numeric: true,
        card: 'full',
        cell: (user) =>
          user.id === me.id ? (
            <span className="text-muted">you</span>
          ) : (
            <Button look="quiet" aria-label={`Remove ${user.displayName}`} onClick={() => { onRemove(user); }}>
              Remove
            </Button>
          ),
      },
    ],
    [client, me.id, onRemove],
  );
}

function RoleChoice({ client, user, fixed }: { client: Client; user: User; fixed: boolean }) {
  const cache = useQueryClient();
  const change = useMutation({
    mutationFn: (role: Role) =>
      take(api.PATCH('/clients/{id}/users/{userId}', { params: { path: { id: client.id, userId: user.id } }, body: { role } })),
    onSuccess: async (_, role) => {
      await cache.invalidateQueries({ queryKey: queries.users(client.id).queryKey });
      say('done', `${user.displayName} is ${ROLE[role]} now.`);
    },
    onError: (error) => {
      say('failed', messageOf(error));
    },
  });
  // Nobody takes the right to administer from themselves by a slip.
  return fixed ? (
    ROLE[user.role]
  ) : (
    <select
      aria-label={`Role of ${user.displayName}`}
      className="control w-auto"
      value={change.isPending ? change.variables : user.role}
      disabled={change.isPending}
      onChange={(event) => { change.mutate(event.target.value as Role); }}
    >
      {Object.entries(ROLE).map(([role, title]) => (
        <option key={role} value={role}>
          {title}
        </option>
      ))}
    </select>
  );
}

function RemoveDialog({ client, user, onClose }: { client: Client; user: User; onClose: () => void }) {
  const cache = useQueryClient();
  const remove = useMutation({
    mutationFn: () => take(api.DELETE('/clients/{id}/users/{userId}', { params: { path: { id: client.id, userId: user.id } } })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queries.users(client.id).queryKey });
      say('done', `${user.displayName} no longer has access to ${client.name}.`);
      onClose();
    },
  });
  return (
    <Dialog
      title={`Remove ${user.displayName}?`}
      action="Remove"
      dangerous
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => { remove.mutate(); }}
    >
      <p>
        {user.email} loses access to {client.name} and its bots at once. The bots go on.
      </p>
    </Dialog>
  );
}
