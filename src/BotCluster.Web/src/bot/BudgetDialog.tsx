import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../api/client';
import { faultAt } from '../api/problems';
import * as queries from '../api/queries';
import type { Bot } from '../api/schema';
import { isDecimal, money, negate, signOf } from '../format/money';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { say } from '../ui/toasts';

/** Moves money into the bot or out of it: a transfer, not a profit or a drawdown. */
export function BudgetDialog({ bot, onClose }: { bot: Bot; onClose: () => void }) {
  const client = useQueryClient();
  const [way, setWay] = useState<'in' | 'out'>('in');
  const [amount, setAmount] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: () =>
      take(
        api.POST('/bots/{id}/budget', {
          params: { path: { id: bot.id } },
          body: { amount: way === 'in' ? amount.trim() : negate(amount.trim()) },
        }),
      ),
    onSuccess: (changed) => {
      client.setQueryData(queries.bot(bot.id).queryKey, changed);
      say('done', `The budget of ${bot.name} is ${money(changed.budget)}.`);
      onClose();
    },
    onError: (error) => {
      setFault(faultAt(error, 'amount'));
    },
  });

  return (
    <Dialog
      title={`Change the budget of ${bot.name}`}
      action={way === 'in' ? 'Add to budget' : 'Take from budget'}
      busy={change.isPending}
      error={fault === null ? change.error : null}
      onClose={onClose}
      onConfirm={() => {
        const wrong = !isDecimal(amount) || signOf(amount) <= 0 ? 'Enter an amount above zero, such as 250 or 99.50.' : null;
        setFault(wrong);
        if (wrong === null) {
          change.mutate();
        }
      }}
    >
      <p>
        The budget is {money(bot.budget)}, of which {money(bot.cash)} is free cash. A transfer counts neither as profit nor as
        drawdown.
      </p>
      <fieldset className="flex gap-4">
        <legend className="sr-only">Direction</legend>
        {(['in', 'out'] as const).map((value) => (
          <label key={value} className="flex min-h-8 items-center gap-2">
            <input type="radio" name="way" checked={way === value} onChange={() => { setWay(value); }} className="accent-accent" />
            {value === 'in' ? 'Add' : 'Take out'}
          </label>
        ))}
      </fieldset>
      <Field label="Amount" error={fault}>
        {(control) => (
          <input
            {...control}
            className="control"
            inputMode="decimal"
            value={amount}
            onChange={(event) => { setAmount(event.target.value); }}
          />
        )}
      </Field>
    </Dialog>
  );
}
