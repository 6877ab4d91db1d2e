import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, newKey, take } from '../api/client';
import { ApiProblem } from '../api/problems';
import * as queries from '../api/queries';
import type { BotSettings } from '../api/schema';
import { NotFoundPage } from '../app/NotFoundPage';
import { canTrade, tradesAnywhere, useMe } from '../app/session';
import { Heading } from '../ui/Heading';
import { Loadable } from '../ui/Loadable';
import { say } from '../ui/toasts';
import { BotForm } from './BotForm';

export function NewBotPage() {
  const user = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const catalogue = useQuery(queries.catalogue);
  const instruments = useQuery(queries.instruments);
  const clients = useQuery(queries.clients);
  // Sent again after a lost answer, the same bot is not made twice; after a refusal the next attempt is another.
  const [key, setKey] = useState(newKey);
  const create = useMutation({
    mutationFn: ({ settings, clientId }: { settings: BotSettings; clientId: string }) =>
      take(api.POST('/bots', { params: { header: { 'Idempotency-Key': key } }, body: { clientId, settings, start: true } })),
    onSuccess: (bot) => {
      client.setQueryData(queries.bot(bot.id).queryKey, bot);
      void client.invalidateQueries({ queryKey: ['bots'] });
      say('done', `${bot.name} was created and started.`);
      return navigate(`/bots/${bot.id}`, { replace: true });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status !== null && error.status < 500) {
        setKey(newKey());
      }
    },
  });

  if (!tradesAnywhere(user)) {
    return <NotFoundPage />;
  }

  return (
    <div className="flex flex-col gap-4">
      <Heading title="New bot" />
      <Loadable query={catalogue} what="the catalogue of modes">
        {(modes) => (
          <Loadable query={instruments} what="instruments">
            {(symbols) => (
              <Loadable query={clients} what="clients">
                {({ items }) => (
                  <BotForm
                    catalogue={modes}
                    instruments={symbols}
                    before={null}
                    clients={items.filter(({ id }) => canTrade(user, id))}
                    action="Create and start"
                    backTo="/"
                    busy={create.isPending}
                    error={create.error}
                    onSubmit={(settings, clientId) => {
                      create.mutate({ settings, clientId });
                    }}
                  />
                )}
              </Loadable>
            )}
          </Loadable>
        )}
      </Loadable>
    </div>
  );
}
