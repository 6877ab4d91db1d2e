import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import * as queries from '../api/queries';
import type { Bot, Decision, Fill, Instrument, Order, Trade } from '../api/schema';
import { barsOf, levelsOf, markersOf, segmentsOf } from '../charts/overlay';
import { price } from '../format/money';
import { dateTime } from '../format/time';
import { plural } from '../format/words';
import { Empty, Loadable, Loading } from '../ui/Loadable';
import { Panel } from '../ui/Panel';
import { useCandles } from './useCandles';

const CandleChart = lazy(() => import('../charts/CandleChart'));
const NOTHING: never[] = [];

/** The market as the bot saw it, with what the bot did in it. */
export function CandlePanel({ bot }: { bot: Bot }) {
  const [chosen, setChosen] = useState(bot.symbols[0] ?? '');
  const symbol = bot.symbols.includes(chosen) ? chosen : (bot.symbols[0] ?? '');
  const candles = useCandles(symbol, bot.timeframe, bot.lastStep);
  return (
    <Panel
      title={`${symbol}, ${bot.timeframe} candles`}
      aside={
        bot.symbols.length > 1 && (
          <select
            aria-label="Symbol of the chart"
            className="control w-auto"
            value={symbol}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            {bot.symbols.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )
      }
    >
      <Loadable query={candles} what="candles" className="h-96">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No candle has closed yet.">They appear as the feed gives them out.</Empty>
          ) : (
            <Chart bot={bot} symbol={symbol} candles={items} />
          )
        }
      </Loadable>
    </Panel>
  );
}

interface ChartProps {
  bot: Bot;
  symbol: string;
  candles: Parameters<typeof barsOf>[0];
}

function Chart({ bot, symbol, candles }: ChartProps) {
  const instruments = useQuery(queries.instruments);
  const fills = useQuery(queries.charted<Fill>(bot.id, 'fills')).data?.items ?? NOTHING;
  const orders = useQuery(queries.charted<Order>(bot.id, 'orders')).data?.items ?? NOTHING;
  const trades = useQuery(queries.charted<Trade>(bot.id, 'trades')).data?.items ?? NOTHING;
  const decisions = useQuery(queries.charted<Decision>(bot.id, 'decisions')).data?.items ?? NOTHING;
  const { positions } = bot;
  const bars = useMemo(() => barsOf(candles), [candles]);
  const markers = useMemo(() => markersOf(fills, symbol, bars), [fills, symbol, bars]);
  const segments = useMemo(
    () => segmentsOf({ symbol, orders, trades, decisions, positions }, bars),
    [symbol, orders, trades, decisions, positions, bars],
  );
  const levels = useMemo(() => levelsOf(positions, symbol), [positions, symbol]);
  const entries = markers.filter(({ tone }) => tone === 'accent').length;
  const exits = markers.length - entries;
  const last = candles.at(-1);

  return (
    <figure className="flex flex-col gap-2">
      <Suspense fallback={<Loading what="the chart" className="h-72 sm:h-96" />}>
        <CandleChart
          key={symbol}
          bars={bars}
          markers={markers}
          segments={segments}
          levels={levels}
          places={placesOf(instruments.data?.find((instrument) => instrument.symbol === symbol), candles)}
        />
      </Suspense>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <span>
          {dateTime(candles[0]?.openTime)} to {dateTime(last?.openTime)}, last close {price(last?.close)}. Drawn: {entries}{' '}
          {plural(entries, 'entry', 'entries')}, {exits} {plural(exits, 'exit')}; all are listed below.
        </span>
        <Key />
      </figcaption>
    </figure>
  );
}

function Key() {
  return (
    <span className="flex flex-wrap gap-x-3" aria-hidden="true">
      <span>
        <span className="text-accent">▲▼</span> entry
      </span>
      <span>
        <span className="text-muted">●</span> exit
      </span>
      <span>
        <span className="text-loss">━</span> stop
      </span>
      <span>
        <span className="text-gain">╍</span> target
      </span>
      <span>┄ round trip</span>
    </span>
  );
}

/** As many decimals as the instrument's tick has, or else its candles. */
function placesOf(instrument: Instrument | undefined, candles: ChartProps['candles']): number {
  const sample = instrument?.tick ?? candles.at(-1)?.close ?? '0.01';
  const fraction = sample.replace(/0+$/, '').split('.')[1] ?? '';
  return Math.min(fraction.length, 10);
}
