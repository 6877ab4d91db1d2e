import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, take } from '../api/client';
import { faultAt, messageOf } from '../api/problems';
import type { Client } from '../api/schema';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Panel } from '../ui/Panel';
import { say } from '../ui/toasts';
import { Secret } from './Secret';

/** Where this client's alerts are sent, signed. */
export function WebhookPanel({ client }: { client: Client }) {
  const cache = useQueryClient();
  const [url, setUrl] = useState(client.webhook?.url ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const params = { path: { id: client.id } };
  const failed = (error: unknown) => {
    say('failed', messageOf(error));
  };
  const changed = () => cache.invalidateQueries({ queryKey: ['clients'] });
  const save = useMutation({
    mutationFn: () => take(api.PUT('/clients/{id}/webhook', { params, body: { url: url.trim() } })),
    onSuccess: changed,
    onError: (error) => {
      setFault(faultAt(error, 'url') ?? messageOf(error));
    },
  });
  const remove = useMutation({
    mutationFn: () => take(api.DELETE('/clients/{id}/webhook', { params })),
    onSuccess: async () => {
      setUrl('');
      save.reset();
      say('done', 'Alerts are no longer sent.');
      await changed();
    },
    onError: failed,
  });
  const test = useMutation({
    mutationFn: () => take(api.POST('/clients/{id}/webhook/test', { params })),
    onSuccess: ({ delivered, detail }) => {
      say(delivered ? 'done' : 'failed', delivered ? `The test alert arrived. ${detail}` : `The test alert did not arrive. ${detail}`);
    },
    onError: failed,
  });

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const wrong = URL.canParse(url.trim()) && /^https?:/.test(url.trim()) ? null : 'Enter a whole address, such as https://example.com/alerts.';
    setFault(wrong);
    if (wrong === null) {
      save.mutate();
    }
  }

  return (
    <Panel title="Alert webhook">
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <Field
          label="Address"
          error={fault}
          hint="Each alert is posted there as JSON, with its HMAC-SHA256 in X-BotCluster-Signature. Saving makes a new secret."
        >
          {(control) => (
            <input
              {...control}
              type="url"
              className="control"
              placeholder="https://"
              value={url}
              onChange={(event) => { setUrl(event.target.value); }}
            />
          )}
        </Field>
        {save.data && <Secret label="Secret to check the signature with" value={save.data.secret} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={save.isPending}>
            {client.webhook === null ? 'Save' : 'Save, with a new secret'}
          </Button>
          {client.webhook !== null && (
            <>
              <Button busy={test.isPending} onClick={() => { test.mutate(); }}>
                Send a test
              </Button>
              <Button look="wary" busy={remove.isPending} onClick={() => { remove.mutate(); }}>
                Remove
              </Button>
            </>
          )}
        </div>
      </form>
    </Panel>
  );
}
