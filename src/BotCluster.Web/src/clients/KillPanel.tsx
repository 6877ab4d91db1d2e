import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../api/client';
import type { Client, KillOutcome } from '../api/schema';
import { count } from '../format/numbers';
import { plural } from '../format/words';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Panel } from '../ui/Panel';
import { say } from '../ui/toasts';

/** The kill switch over all bots of one client, or of the whole installation (`of` is null). */
export function KillPanel({ of }: { of: Client | null }) {
  const [asking, setAsking] = useState<'kill' | 'release' | null>(null);
  const [outcome, setOutcome] = useState<KillOutcome | null>(null);
  const what = of === null ? 'all bots of all clients' : `all bots of ${of.name}`;
  return (
    <Panel title={of === null ? 'Kill switch of the installation' : 'Kill switch'}>
      <p className="mb-3 max-w-prose text-sm text-muted">
        Cancels every order and closes every position of {what}, and keeps them from trading until released.
      </p>
      {outcome !== null && (
        <p role="status" className="mb-3 text-sm">
          Confirmed by {count(outcome.confirmed)} {plural(outcome.confirmed, 'bot')}
          {outcome.unconfirmed.length > 0
            ? `, not yet by ${outcome.unconfirmed.length}. They are blocked at the gate; their positions may still be open.`
            : '; none is left open.'}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {of?.isKilled !== true && <Button look="wary" onClick={() => { setAsking('kill'); }}>Kill {what}</Button>}
        {of?.isKilled !== false && <Button onClick={() => { setAsking('release'); }}>Release</Button>}
      </div>
      {asking !== null && (
        <Confirmation of={of} what={what} way={asking} onDone={setOutcome} onClose={() => { setAsking(null); }} />
      )}
    </Panel>
  );
}

interface ConfirmationProps {
  of: Client | null;
  what: string;
  way: 'kill' | 'release';
  onDone: (outcome: KillOutcome | null) => void;
  onClose: () => void;
}

async function switchOver(of: Client | null, way: 'kill' | 'release', reason: string): Promise<KillOutcome | null> {
  if (way === 'kill') {
    const body = { reason };
    return of === null
      ? take(api.POST('/kill', { body }))
      : take(api.POST('/clients/{id}/kill', { params: { path: { id: of.id } }, body }));
  }

  await (of === null ? take(api.POST('/release')) : take(api.POST('/clients/{id}/release', { params: { path: { id: of.id } } })));
  return null;
}

function Confirmation({ of, what, way, onDone, onClose }: ConfirmationProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const change = useMutation({
    mutationFn: () => switchOver(of, way, reason.trim()),
    onSuccess: async (outcome) => {
      onDone(outcome);
      say('done', way === 'kill' ? `The kill switch of ${what} is pulled.` : `${of?.name ?? 'The installation'} is released.`);
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Dialog
      title={way === 'kill' ? `Kill ${what}?` : `Release ${what}?`}
      action={way === 'kill' ? 'Kill' : 'Release'}
      dangerous={way === 'kill'}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={() => {
        const needed = way === 'kill' && reason.trim() === '';
        setMissing(needed);
        if (!needed) {
          change.mutate();
        }
      }}
    >
      {way === 'kill' ? (
        <>
          <p>Orders are cancelled and positions closed at the market, at once.</p>
          <Field label="Reason" hint="Kept in the audit log." error={missing ? 'Say why, in a few words.' : null}>
            {(control) => (
              <input {...control} className="control" value={reason} maxLength={200} onChange={(event) => { setReason(event.target.value); }} />
            )}
          </Field>
        </>
      ) : (
        <p>The bots may trade again, each once it is resumed.</p>
      )}
    </Dialog>
  );
}
