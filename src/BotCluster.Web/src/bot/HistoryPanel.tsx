import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { API_ROOT } from '../api/client';
import { alertKey } from '../api/merge';
import * as queries from '../api/queries';
import type { Alert, Bot, Decision, Fill, Order, Trade } from '../api/schema';
import { DataTable, type Column } from '../ui/DataTable';
import { Empty, Loadable } from '../ui/Loadable';
import { Pager, usePaging } from '../ui/Pager';
import { Tabs } from '../ui/Tabs';
import { alertColumns, decisionColumns, fillColumns, orderColumns, tradeColumns } from './columns';
import { SettingsView } from './SettingsView';

const TABS = [
  { id: 'decisions', title: 'Decisions' },
  { id: 'trades', title: 'Trades' },
  { id: 'orders', title: 'Orders' },
  { id: 'fills', title: 'Fills' },
  { id: 'alerts', title: 'Alerts' },
  { id: 'settings', title: 'Settings' },
] as const;

/** All that the bot thought and did, newest first. */
export function HistoryPanel({ bot }: { bot: Bot }) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const selected = TABS.find(({ id }) => id === asked)?.id ?? 'decisions';
  return (
    <section aria-label="History" className="rounded-lg border border-line bg-surface">
      <Tabs
        label="History"
        tabs={TABS}
        selected={selected}
        onSelect={(tab) => {
          setSearch({ tab }, { replace: true, preventScrollReset: true });
        }}
      >
        <Content bot={bot} tab={selected} />
      </Tabs>
    </section>
  );
}

function Content({ bot, tab }: { bot: Bot; tab: (typeof TABS)[number]['id'] }) {
  switch (tab) {
    case 'decisions':
      return (
        <History<Decision>
          bot={bot}
          kind="decisions"
          columns={decisionColumns}
          rowKey={({ number }) => String(number)}
          empty="No decision yet. The bot decides when a candle closes; holding is counted, not listed."
        />
      );
    case 'trades':
      return (
        <>
          <div className="flex justify-end px-4 py-2">
            <a className="link text-sm" href={`${API_ROOT}/bots/${bot.id}/trades.csv`} download>
              Download trades as CSV
            </a>
          </div>
          <History<Trade>
            bot={bot}
            kind="trades"
            columns={tradeColumns}
            rowKey={({ number }) => String(number)}
            empty="No round trip has ended yet."
          />
        </>
      );
    case 'orders':
      return <History<Order> bot={bot} kind="orders" columns={orderColumns} rowKey={({ id }) => id} empty="No order yet." />;
    case 'fills':
      return (
        <History<Fill>
          bot={bot}
          kind="fills"
          columns={fillColumns}
          rowKey={({ orderId, tradeId }) => `${orderId}/${tradeId}`}
          empty="Nothing was traded yet."
        />
      );
    case 'alerts':
      return <History<Alert> bot={bot} kind="alerts" columns={alertColumns} rowKey={alertKey} empty="No alert: nothing to look at." />;
    case 'settings':
      return <SettingsView settings={bot.settings} version={bot.version} />;
  }
}

interface HistoryProps<T> {
  bot: Bot;
  kind: queries.History;
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  empty: string;
}

function History<T>({ bot, kind, columns, rowKey, empty }: HistoryProps<T>) {
  const paging = usePaging(`${bot.id}/${kind}`);
  const page = useQuery(queries.history<T>(bot.id, kind, paging.cursor));
  return (
    <Loadable query={page} what={kind}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={empty} />
        ) : (
          <>
            <DataTable
              caption={`${kind.charAt(0).toUpperCase()}${kind.slice(1)} of ${bot.name}, newest first`}
              columns={columns}
              rows={items.slice(0, queries.HISTORY_PAGE)}
              rowKey={rowKey}
              stale={page.isPlaceholderData}
            />
            <Pager paging={paging} next={next} what={kind} />
          </>
        )
      }
    </Loadable>
  );
}
