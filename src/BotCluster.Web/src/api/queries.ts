import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, take } from './client';
import { ApiProblem } from './problems';
import type { AlertFilter, BotFilter, EquityPoint, Me, Page } from './schema';

// Every read of the page, with its key. Live pushes keep them fresh; the intervals are for what is not pushed.

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await take(api.GET('/auth/me', { signal }));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const fleet = queryOptions({
  queryKey: ['fleet'],
  queryFn: ({ signal }) => take(api.GET('/fleet', { signal })),
  refetchInterval: 30_000,
});

export const fleetEquity = queryOptions({
  queryKey: ['fleet-equity'],
  queryFn: ({ signal }) => take(api.GET('/fleet/equity', { params: { query: { points: 400 } }, signal })),
  refetchInterval: 30_000,
});

export const bots = (filter: BotFilter) =>
  queryOptions({
    queryKey: ['bots', filter],
    queryFn: ({ signal }) => take(api.GET('/bots', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

export const bot = (id: string) =>
  queryOptions({
    queryKey: ['bot', id],
    queryFn: ({ signal }) => take(api.GET('/bots/{id}', { params: { path: { id } }, signal })),
    refetchInterval: 30_000,
  });

export const botEquity = (id: string) =>
  queryOptions({
    queryKey: ['bot', id, 'equity'],
    queryFn: ({ signal }): Promise<Page<EquityPoint>> =>
      take(api.GET('/bots/{id}/equity', { params: { path: { id }, query: { points: 600 } }, signal })),
    refetchInterval: 60_000,
  });

export const HISTORY_PAGE = 50;
export type History = 'orders' | 'fills' | 'trades' | 'decisions' | 'alerts';

function readHistory(id: string, kind: History, cursor: string | null, signal: AbortSignal, limit = HISTORY_PAGE) {
  const query = { limit, ...(cursor === null ? {} : { cursor }) };
  const options = { params: { path: { id }, query }, signal };
  switch (kind) {
    case 'orders':
      return take(api.GET('/bots/{id}/orders', options));
    case 'fills':
      return take(api.GET('/bots/{id}/fills', options));
    case 'trades':
      return take(api.GET('/bots/{id}/trades', options));
    case 'decisions':
      return take(api.GET('/bots/{id}/decisions', options));
    case 'alerts':
      return take(api.GET('/bots/{id}/alerts', options));
  }
}

export const history = <T>(id: string, kind: History, cursor: string | null) =>
  queryOptions({
    queryKey: ['bot', id, kind, cursor],
    queryFn: async ({ signal }) => (await readHistory(id, kind, cursor, signal)) as unknown as Page<T>,
    placeholderData: keepPreviousData,
  });

/** What is drawn on the candles: further back than a table's page. */
export const charted = <T>(id: string, kind: History) =>
  queryOptions({
    queryKey: ['bot', id, `chart-${kind}`],
    queryFn: async ({ signal }) => (await readHistory(id, kind, null, signal, 300)) as unknown as Page<T>,
  });

export const CANDLES = 600;

export const candles = (symbol: string, timeframe: string) =>
  queryOptions({
    queryKey: ['candles', symbol, timeframe],
    queryFn: ({ signal }) =>
      take(api.GET('/candles', { params: { query: { symbol, timeframe, limit: CANDLES } }, signal })),
  });

export const alerts = (filter: AlertFilter) =>
  queryOptions({
    queryKey: ['alerts', filter],
    queryFn: ({ signal }) => take(api.GET('/alerts', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export const clients = queryOptions({
  queryKey: ['clients'],
  queryFn: ({ signal }) => take(api.GET('/clients', { params: { query: { limit: 500 } }, signal })),
});

export const users = (id: string) =>
  queryOptions({
    queryKey: ['clients', id, 'users'],
    queryFn: ({ signal }) =>
      take(api.GET('/clients/{id}/users', { params: { path: { id }, query: { limit: 500 } }, signal })),
  });

export const catalogue = queryOptions({
  queryKey: ['modes'],
  queryFn: ({ signal }) => take(api.GET('/modes', { signal })),
  staleTime: Infinity,
});

export const instruments = queryOptions({
  queryKey: ['instruments'],
  queryFn: async ({ signal }) => (await take(api.GET('/instruments', { signal }))).items,
  staleTime: Infinity,
});
