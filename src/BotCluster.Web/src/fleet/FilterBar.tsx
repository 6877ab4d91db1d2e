import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as queries from '../api/queries';
import type { BotFilter, BotStatus, Fleet } from '../api/schema';
import { useMe } from '../app/session';
import { STATUS, words } from '../format/words';
import { cx } from '../ui/cx';
import { DEFAULT_SORT, SORTS } from './filter';

interface FilterBarProps {
  filter: BotFilter;
  counts: Fleet['bots'] | undefined;
  onSet: (name: string, value: string) => void;
}

const STATUSES = Object.keys(STATUS) as BotStatus[];

export function FilterBar({ filter, counts, onSet }: FilterBarProps) {
  const user = useMe();
  const catalogue = useQuery(queries.catalogue);
  const instruments = useQuery(queries.instruments);
  const clients = useQuery({ ...queries.clients, enabled: user.isPlatformAdmin || user.memberships.length > 1 });
  const all = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);

  return (
    <div role="search" aria-label="Bots" className="flex flex-col gap-2.5 px-4 pb-3">
      <div role="group" aria-label="Status" className="-mx-4 flex gap-1.5 overflow-x-auto px-4 py-1 [scrollbar-width:none]">
        <StatusChoice title="All" count={all} chosen={filter.status === undefined} onChoose={() => { onSet('status', ''); }} />
        {STATUSES.filter((status) => (counts?.[status] ?? 0) > 0 || filter.status === status).map((status) => (
          <StatusChoice
            key={status}
            title={STATUS[status]}
            count={counts?.[status] ?? 0}
            chosen={filter.status === status}
            onChoose={() => {
              onSet('status', status);
            }}
          />
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2 md:flex md:flex-wrap">
        <SearchBox value={filter.search ?? ''} onChange={(value) => { onSet('search', value); }} />
        <Choice
          label="Mode"
          value={filter.mode ?? ''}
          onChange={(value) => { onSet('mode', value); }}
          options={[
            { value: '', title: 'Any mode' },
            ...(catalogue.data?.modes ?? []).map(({ kind, title }) => ({ value: kind, title: title || words(kind) })),
          ]}
        />
        <Choice
          label="Symbol"
          value={filter.symbol ?? ''}
          onChange={(value) => { onSet('symbol', value); }}
          options={[
            { value: '', title: 'Any symbol' },
            ...(instruments.data ?? []).map(({ symbol }) => ({ value: symbol, title: symbol })),
          ]}
        />
        {clients.data && clients.data.items.length > 1 && (
          <Choice
            label="Client"
            value={filter.clientId ?? ''}
            onChange={(value) => { onSet('clientId', value); }}
            options={[
              { value: '', title: 'Any client' },
              ...clients.data.items.map(({ id, name }) => ({ value: id, title: name })),
            ]}
          />
        )}
        <Choice
          label="Order"
          value={filter.sort ?? DEFAULT_SORT}
          onChange={(value) => { onSet('sort', value); }}
          options={[
            ...SORTS,
            ...(SORTS.some(({ value }) => value === filter.sort) ? [] : [{ value: filter.sort ?? '', title: 'By column' }]),
          ]}
        />
      </div>
    </div>
  );
}

interface StatusChoiceProps {
  title: string;
  count: number;
  chosen: boolean;
  onChoose: () => void;
}

function StatusChoice({ title, count, chosen, onChoose }: StatusChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={cx(
        'min-h-7 rounded-full border px-3 text-xs font-medium whitespace-nowrap max-sm:min-h-10',
        chosen ? 'border-accent bg-accent-soft text-ink' : 'border-line text-muted hover:border-line-strong hover:text-ink',
      )}
    >
      {title} <span className={chosen ? '' : 'text-muted'}>{count}</span>
    </button>
  );
}

/** Asks the server once the typing pauses, not at every letter. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }

  useEffect(() => {
    if (draft.trim() === value) {
      return;
    }
    const timer = setTimeout(() => {
      onChange(draft.trim());
    }, 250);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, value, onChange]);

  return (
    <input
      type="search"
      aria-label="Search by name"
      placeholder="Search by name"
      className="control col-span-2 md:w-56"
      value={draft}
      onChange={(event) => {
        setDraft(event.target.value);
      }}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: { value: string; title: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      className="control md:w-auto"
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}
