import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, newKey, take } from '../api/client';
import { faultAt } from '../api/problems';
import * as queries from '../api/queries';
import type { Client } from '../api/schema';
import { NotFoundPage } from '../app/NotFoundPage';
import { administersAnywhere, canAdminister, useMe } from '../app/session';
import { count } from '../format/numbers';
import { day } from '../format/time';
import { Button } from '../ui/Button';
import { DataTable, type Column } from '../ui/DataTable';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Heading } from '../ui/Heading';
import { Empty, Loadable } from '../ui/Loadable';
import { Panel } from '../ui/Panel';
import { say } from '../ui/toasts';
import { KillPanel } from './KillPanel';

const columns: readonly Column<Client>[] = [
  {
    id: 'name',
    title: 'Client',
    heads: true,
    cell: ({ id, name }) => (
      <Link to={`/clients/${id}`} className="font-medium hover:underline">
        {name}
      </Link>
    ),
  },
  {
    id: 'state',
    title: 'Trading',
    card: 'top',
    cell: ({ isKilled }) => (isKilled ? <span className="text-loss">⊘ Killed</span> : <span className="text-gain">✓ Allowed</span>),
  },
  { id: 'bots', title: 'Bots', numeric: true, cell: ({ bots }) => count(bots) },
  { id: 'webhook', title: 'Webhook', cell: ({ webhook }) => (webhook ? webhook.url : <span className="text-muted">none</span>) },
  { id: 'since', title: 'Since', numeric: true, cell: ({ createdAt }) => day(createdAt) },
];

/** Whose bots run here. */
export function ClientsPage() {
  const user = useMe();
  const clients = useQuery(queries.clients);
  const [adding, setAdding] = useState(false);
  if (!administersAnywhere(user)) {
    return <NotFoundPage />;
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-3">
        <Heading title="Clients" />
        {user.isPlatformAdmin && (
          <Button look="primary" onClick={() => { setAdding(true); }}>
            New client
          </Button>
        )}
      </div>
      <Panel title="Clients" flush>
        <Loadable query={clients} what="clients">
          {({ items }) => {
            const mine = items.filter(({ id }) => canAdminister(user, id));
            return mine.length === 0 ? (
              <Empty title="There is no client yet." />
            ) : (
              <DataTable caption="All clients" columns={columns} rows={mine} rowKey={({ id }) => id} />
            );
          }}
        </Loadable>
      </Panel>
      {user.isPlatformAdmin && <KillPanel of={null} />}
      {adding && <NewClient onClose={() => { setAdding(false); }} />}
    </div>
  );
}

function NewClient({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [key] = useState(newKey);
  const create = useMutation({
    mutationFn: () => take(api.POST('/clients', { params: { header: { 'Idempotency-Key': key } }, body: { name: name.trim() } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['clients'] });
      say('done', `${name.trim()} is a client now.`);
      onClose();
    },
    onError: (error) => {
      setFault(faultAt(error, 'name'));
    },
  });
  return (
    <Dialog
      title="New client"
      action="Add client"
      busy={create.isPending}
      error={fault === null ? create.error : null}
      onClose={onClose}
      onConfirm={() => {
        setFault(name.trim() === '' ? 'Give the client a name.' : null);
        if (name.trim() !== '') {
          create.mutate();
        }
      }}
    >
      <Field label="Name" error={fault}>
        {(control) => (
          <input {...control} className="control" value={name} maxLength={80} autoComplete="off" onChange={(event) => { setName(event.target.value); }} />
        )}
      </Field>
    </Dialog>
  );
}
