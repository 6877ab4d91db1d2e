import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../api/problems';
import * as queries from '../api/queries';
import type { Bot } from '../api/schema';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { say } from '../ui/toasts';
import { BudgetDialog } from './BudgetDialog';
import { commandsFor, type Command } from './commands';

/** What a trader can order the bot to do. Never shown to those who may only look. */
export function Commands({ bot }: { bot: Bot }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<Command | 'budget' | null>(null);
  const command = useMutation({
    mutationFn: ({ command, reason }: { command: Command; reason: string }) => command.run(bot, reason),
    onSuccess: (changed, { command }) => {
      client.setQueryData(queries.bot(bot.id).queryKey, changed);
      void client.invalidateQueries({ queryKey: ['bots'] });
      void client.invalidateQueries({ queryKey: ['fleet'] });
      say('done', `${bot.name} ${command.done}.`);
      setAsking(null);
    },
    onError: (error, { command }) => {
      if (command.question === undefined) {
        say('failed', `${command.title}: ${messageOf(error)}`);
      }
    },
  });
  const { usual, more } = commandsFor(bot);

  function choose(chosen: Command) {
    command.reset();
    if (chosen.question === undefined) {
      command.mutate({ command: chosen, reason: '' });
    } else {
      setAsking(chosen);
    }
  }

  if (bot.status === 'retired') {
    return <p className="text-sm text-muted">This bot is retired: its history is kept, and it takes no orders.</p>;
  }

  return (
    <div role="group" aria-label="Commands" className="flex flex-wrap gap-2">
      {usual.map((one) => (
        <Button key={one.id} look={one.id === 'stop' ? 'plain' : 'primary'} busy={command.isPending} onClick={() => { choose(one); }}>
          {one.title}
        </Button>
      ))}
      <ButtonLink to={`/bots/${bot.id}/settings`}>Change settings</ButtonLink>
      <Button onClick={() => { setAsking('budget'); }}>Change budget</Button>
      {more.map((one) => (
        <Button
          key={one.id}
          look={one.id === 'kill' ? 'wary' : 'plain'}
          busy={command.isPending}
          onClick={() => { choose(one); }}
        >
          {one.title}
        </Button>
      ))}
      {asking === 'budget' && <BudgetDialog bot={bot} onClose={() => { setAsking(null); }} />}
      {asking !== null && asking !== 'budget' && (
        <Confirmation
          bot={bot}
          command={asking}
          busy={command.isPending}
          error={command.error}
          onConfirm={(reason) => { command.mutate({ command: asking, reason }); }}
          onClose={() => { setAsking(null); }}
        />
      )}
    </div>
  );
}

interface ConfirmationProps {
  bot: Bot;
  command: Command;
  busy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

function Confirmation({ bot, command, busy, error, onConfirm, onClose }: ConfirmationProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <Dialog
      title={`${command.title}: ${bot.name}`}
      action={command.title}
      dangerous={command.dangerous ?? false}
      busy={busy}
      error={error}
      onClose={onClose}
      onConfirm={() => {
        const needed = command.needsReason === true && reason.trim() === '';
        setMissing(needed);
        if (!needed) {
          onConfirm(reason.trim());
        }
      }}
    >
      <p>{command.question}</p>
      {command.needsReason && (
        <Field label="Reason" hint="Kept in the audit log." error={missing ? 'Say why, in a few words.' : null}>
          {(control) => (
            <input
              {...control}
              className="control"
              value={reason}
              maxLength={200}
              onChange={(event) => { setReason(event.target.value); }}
            />
          )}
        </Field>
      )}
    </Dialog>
  );
}
