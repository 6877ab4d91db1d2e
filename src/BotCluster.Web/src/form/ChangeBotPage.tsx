import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { api, take } from '../api/client';
import { ApiProblem } from '../api/problems';
import * as queries from '../api/queries';
import type { Bot, BotSettings, Catalogue, Instrument } from '../api/schema';
import { NotFoundPage } from '../app/NotFoundPage';
import { canTrade, useMe } from '../app/session';
import { Heading } from '../ui/Heading';
import { Loadable } from '../ui/Loadable';
import { say } from '../ui/toasts';
import { BotForm } from './BotForm';

export function ChangeBotPage() {
  const { id = '' } = useParams();
  const user = useMe();
  const bot = useQuery(queries.bot(id));
  const catalogue = useQuery(queries.catalogue);
  const instruments = useQuery(queries.instruments);
  if ((bot.error instanceof ApiProblem && bot.error.status === 404) || (bot.data && !canTrade(user, bot.data.clientId))) {
    return <NotFoundPage what="bot" />;
  }

  return (
    <Loadable query={bot} what="this bot">
      {(data) => (
        <Loadable query={catalogue} what="the catalogue of modes">
          {(modes) => (
            <Loadable query={instruments} what="instruments">
              {(symbols) => <Change key={id} bot={data} catalogue={modes} instruments={symbols} />}
            </Loadable>
          )}
        </Loadable>
      )}
    </Loadable>
  );
}

interface ChangeProps {
  bot: Bot;
  catalogue: Catalogue;
  instruments: readonly Instrument[];
}

function Change({ bot, catalogue, instruments }: ChangeProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (settings: BotSettings) =>
      take(api.PUT('/bots/{id}/settings', { params: { path: { id: bot.id } }, body: settings })),
    onSuccess: (changed) => {
      client.setQueryData(queries.bot(bot.id).queryKey, changed);
      void client.invalidateQueries({ queryKey: ['bots'] });
      say('done', `The settings of ${changed.name} are saved.`);
      return navigate(`/bots/${bot.id}`);
    },
  });

  return (
    <div className="flex flex-col gap-4">
      <Heading title={`Settings of ${bot.name}`} />
      <BotForm
        catalogue={catalogue}
        instruments={instruments}
        before={bot.settings}
        clients={[]}
        action="Save settings"
        backTo={`/bots/${bot.id}`}
        busy={save.isPending}
        error={save.error}
        onSubmit={(settings) => {
          save.mutate(settings);
        }}
      />
    </div>
  );
}
