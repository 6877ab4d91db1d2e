import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api, take } from '../api/client';
import { alertKey } from '../api/merge';
import { messageOf } from '../api/problems';
import * as queries from '../api/queries';
import type { Alert, AlertFilter, Severity } from '../api/schema';
import { tradesAnywhere, useMe } from '../app/session';
import { useSearch } from '../app/useSearch';
import { brieflyAt } from '../format/time';
import { SEVERITY, words } from '../format/words';
import { Button } from '../ui/Button';
import { DataTable, type Column } from '../ui/DataTable';
import { Heading } from '../ui/Heading';
import { Empty, Loadable } from '../ui/Loadable';
import { Pager, usePaging } from '../ui/Pager';
import { Panel } from '../ui/Panel';
import { SeverityMark } from '../ui/Status';
import { say } from '../ui/toasts';

const PAGE_SIZE = 50;
const isSeverity = (text: string | null): text is Severity => text !== null && text in SEVERITY;

function readFilter(search: URLSearchParams): AlertFilter {
  const severity = search.get('severity');
  const botId = search.get('bot');
  return {
    limit: PAGE_SIZE,
    ...(isSeverity(severity) ? { severity } : {}),
    ...(search.get('all') === null ? { unacknowledged: true } : {}),
    ...(botId ? { botId } : {}),
  };
}

/** What somebody should look at, over all bots. */
export function AlertsPage() {
  const [search, change] = useSearch();
  const filter = readFilter(search);
  const paging = usePaging(JSON.stringify(filter));
  const page = useQuery(queries.alerts(paging.cursor === null ? filter : { ...filter, cursor: paging.cursor }));
  const columns = useColumns();

  function set(name: string, value: string | null) {
    change((latest) => {
      const changed = new URLSearchParams(latest);
      if (value === null || value === '') {
        changed.delete(name);
      } else {
        changed.set(name, value);
      }
      return changed;
    });
  }

  return (
    <div className="flex flex-col gap-4">
      <Heading title="Alerts" />
      <Panel title={filter.unacknowledged ? 'To look at' : 'All alerts'} flush>
        <div role="search" aria-label="Alerts" className="grid grid-cols-2 gap-2 px-4 pb-3 md:flex">
          <select aria-label="Severity" className="control md:w-auto" value={filter.severity ?? ''} onChange={(event) => { set('severity', event.target.value); }}>
            <option value="">Any severity</option>
            {Object.entries(SEVERITY).map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
          <select aria-label="Which" className="control md:w-auto" value={filter.unacknowledged ? '' : 'yes'} onChange={(event) => { set('all', event.target.value); }}>
            <option value="">To look at</option>
            <option value="yes">All</option>
          </select>
          {filter.botId !== undefined && <Button onClick={() => { set('bot', null); }}>Of all bots</Button>}
        </div>
        <Loadable query={page} what="alerts">
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title="Nothing to look at.">
                {filter.unacknowledged ? 'Every alert of this kind has been acknowledged.' : 'There is no alert of this kind.'}
              </Empty>
            ) : (
              <>
                <DataTable caption="Alerts, newest first" columns={columns} rows={items} rowKey={alertKey} stale={page.isPlaceholderData} />
                <Pager paging={paging} next={next} what="alerts" />
              </>
            )
          }
        </Loadable>
      </Panel>
    </div>
  );
}

function useColumns(): readonly Column<Alert>[] {
  const user = useMe();
  const mayAcknowledge = tradesAnywhere(user);
  return useMemo(
    () => [
      { id: 'at', title: 'Time', card: 'top', cell: ({ at }) => <span className="text-muted">{brieflyAt(at)}</span> },
      { id: 'severity', title: 'Severity', card: 'top', cell: ({ severity }) => <SeverityMark severity={severity} /> },
      {
        id: 'bot',
        title: 'Bot',
        heads: true,
        cell: ({ botId, botName }) => (
          <Link to={`/bots/${botId}`} className="font-medium hover:underline">
            {botName}
          </Link>
        ),
      },
      {
        id: 'text',
        title: 'What happened',
        wide: true,
        card: 'full',
        cell: ({ text, code }) => (
          <>
            {text} <span className="block text-xs text-muted">{words(code)}</span>
          </>
        ),
      },
      {
        id: 'seen',
        title: 'Acknowledged',
        numeric: true,
        card: 'full',
        cell: (alert) =>
          alert.acknowledgedAt !== null ? (
            <span className="text-muted">{brieflyAt(alert.acknowledgedAt)}</span>
          ) : mayAcknowledge ? (
            <Acknowledge alert={alert} />
          ) : (
            'no'
          ),
      },
    ],
    [mayAcknowledge],
  );
}

function Acknowledge({ alert }: { alert: Alert }) {
  const client = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: () =>
      take(api.POST('/alerts/{botId}/{number}/acknowledge', { params: { path: { botId: alert.botId, number: alert.number } } })),
    onSuccess: async () => {
      say('done', `The alert of ${alert.botName} is acknowledged.`);
      await client.invalidateQueries({ queryKey: ['alerts'] });
    },
    onError: (error) => {
      say('failed', messageOf(error));
    },
  });
  return (
    <Button
      aria-label={`Acknowledge the alert of ${alert.botName}`}
      busy={acknowledge.isPending}
      onClick={() => {
        acknowledge.mutate();
      }}
    >
      Acknowledge
    </Button>
  );
}
