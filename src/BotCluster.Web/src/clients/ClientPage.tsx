import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import * as queries from '../api/queries';
import { NotFoundPage } from '../app/NotFoundPage';
import { canAdminister, useMe } from '../app/session';
import { count } from '../format/numbers';
import { day } from '../format/time';
import { plural } from '../format/words';
import { Heading } from '../ui/Heading';
import { Loadable } from '../ui/Loadable';
import { KillPanel } from './KillPanel';
import { UsersPanel } from './UsersPanel';
import { WebhookPanel } from './WebhookPanel';

export function ClientPage() {
  const { id = '' } = useParams();
  const user = useMe();
  const clients = useQuery(queries.clients);
  if (!canAdminister(user, id)) {
    return <NotFoundPage what="client" />;
  }

  return (
    <Loadable query={clients} what="this client">
      {({ items }) => {
        const client = items.find((one) => one.id === id);
        return client === undefined ? (
          <NotFoundPage what="client" />
        ) : (
          <div className="flex flex-col gap-4">
            <div>
              <nav aria-label="Breadcrumb" className="mb-2 text-xs text-muted">
                <Link to="/clients" className="link">
                  Clients
                </Link>{' '}
                / {client.name}
              </nav>
              <Heading title={client.name} className="text-2xl leading-8 font-semibold tracking-tight wrap-anywhere" />
              <p className="text-sm text-muted">
                {count(client.bots)} {plural(client.bots, 'bot')}, since {day(client.createdAt)}.{' '}
                <Link to={`/?clientId=${client.id}`} className="link">
                  Show its bots
                </Link>
              </p>
            </div>
            <UsersPanel client={client} />
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <WebhookPanel client={client} />
              <KillPanel of={client} />
            </div>
          </div>
        );
      }}
    </Loadable>
  );
}
