import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { ApiProblem, messageOf } from '../api/problems';
import type { BotSettings, Catalogue, Instrument } from '../api/schema';
import { Button, ButtonLink } from '../ui/Button';
import { draftOf, faultsOf, placeErrors, settingsOf, type Draft, type Faults } from './draft';
import { ErrorSummary } from './ErrorSummary';
import { Basics, Exits, Mode, RiskLimits, Sizing, type SectionProps } from './sections';

interface BotFormProps {
  catalogue: Catalogue;
  instruments: readonly Instrument[];
  /** The settings to change; null: a new bot. */
  before: BotSettings | null;
  /** Clients to choose from, for a new bot. */
  clients: readonly { id: string; name: string }[];
  action: string;
  backTo: string;
  busy: boolean;
  error: unknown;
  onSubmit: (settings: BotSettings, clientId: string) => void;
}

/** Everything a trader decides about a bot, laid out from the server's catalogue and checked before it is sent. */
export function BotForm({ catalogue, instruments, before, clients, action, backTo, busy, error, onSubmit }: BotFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(catalogue, before, clients[0]?.id ?? ''));
  const [own, setOwn] = useState<Faults>({});
  const [attempts, setAttempts] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const served = error instanceof ApiProblem ? placeErrors(error.errors) : {};
  const faults = { ...served, ...own };
  const general = error !== null && error !== undefined && Object.keys(served).length === 0 ? messageOf(error) : null;
  const failed = Object.keys(faults).length > 0 || general !== null;

  useEffect(() => {
    if (failed && !busy && attempts > 0) {
      summary.current?.focus();
    }
  }, [failed, busy, attempts]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) {
      return;
    }

    const found = faultsOf(draft, catalogue);
    setOwn(found);
    setAttempts(attempts + 1);
    if (Object.keys(found).length === 0) {
      onSubmit(settingsOf(draft, catalogue, before), draft.clientId);
    }
  }

  const section: SectionProps = {
    catalogue,
    draft,
    faults,
    set: (change) => {
      setDraft((known) => ({ ...known, ...change }));
    },
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-4xl flex-col gap-4">
      <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
        {failed && <ErrorSummary general={general} faults={faults} />}
      </div>
      <Basics {...section} instruments={instruments} clients={clients} isNew={before === null} />
      <Mode {...section} />
      <Sizing {...section} />
      <RiskLimits {...section} />
      <Exits {...section} />
      <div className="sticky bottom-14 z-10 -mx-4 flex justify-end gap-2 border-t border-line bg-ground px-4 py-3 md:bottom-0">
        <ButtonLink to={backTo}>Go back</ButtonLink>
        <Button type="submit" look="primary" busy={busy}>
          {busy ? 'Saving…' : action}
        </Button>
      </div>
    </form>
  );
}
