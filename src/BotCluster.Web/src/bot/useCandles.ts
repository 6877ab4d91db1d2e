import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, take } from '../api/client';
import * as queries from '../api/queries';
import type { Candle, Page } from '../api/schema';
import { timeframeSeconds } from '../format/time';

/** Candles of a series, followed as the feed closes new ones. `step` is the bot's time. */
export function useCandles(symbol: string, timeframe: string, step: string | null) {
  const client = useQueryClient();
  const options = queries.candles(symbol, timeframe);
  const query = useQuery(options);
  const fetching = useRef(false);
  const last = query.data?.items.at(-1)?.openTime;

  useEffect(() => {
    if (last === undefined || step === null || fetching.current) {
      return;
    }

    // The candle after the last one shown has closed once the feed is two candles past its opening.
    const due = Date.parse(last) + 2000 * timeframeSeconds(timeframe);
    if (Date.parse(step) < due) {
      return;
    }

    fetching.current = true;
    const missing = Math.ceil((Date.parse(step) - Date.parse(last)) / (1000 * timeframeSeconds(timeframe)));
    const request = api.GET('/candles', { params: { query: { symbol, timeframe, from: last, limit: Math.min(missing + 1, 2000) } } });
    take(request)
      .then(({ items }) => {
        client.setQueryData<Page<Candle>>(['candles', symbol, timeframe], (page) => page && { ...page, items: join(page.items, items) });
      })
      // The next step asks again; a lost connection is announced elsewhere.
      .catch(() => undefined)
      .finally(() => {
        fetching.current = false;
      });
  }, [client, symbol, timeframe, step, last]);

  return query;
}

export function join(known: readonly Candle[], fresh: readonly Candle[]): Candle[] {
  const from = fresh[0]?.openTime;
  return from === undefined ? [...known] : [...known.filter(({ openTime }) => openTime < from), ...fresh];
}
