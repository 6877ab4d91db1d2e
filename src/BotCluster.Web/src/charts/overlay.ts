import type { Candle, Decision, Fill, Order, OrderPurpose, Position, Trade } from '../api/schema';
import { ORDER_STATUS } from '../format/words';

// What is laid over the candles, in the chart's own terms: whole seconds that are the opening of a candle, and plain
// numbers. Pure, so that the mapping can be tested without a canvas.

export type Tone = 'gain' | 'loss' | 'stop' | 'target' | 'accent' | 'muted';

export interface Bar {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
}

export interface Marker {
  id: string;
  time: number;
  position: 'aboveBar' | 'belowBar';
  shape: 'arrowUp' | 'arrowDown' | 'square' | 'circle';
  tone: Tone;
  text: string;
}

export interface Segment {
  from: number;
  to: number;
  fromPrice: number;
  toPrice: number;
  tone: Tone;
  dashed: boolean;
}

export interface Level {
  price: number;
  title: string;
  tone: Tone;
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

export const barsOf = (candles: readonly Candle[]): Bar[] =>
  candles.map(({ openTime, open, high, low, close }) => ({
    time: seconds(openTime),
    open: Number(open),
    high: Number(high),
    low: Number(low),
    close: Number(close),
  }));

/** The opening of the candle that holds an instant; null before the first one shown. */
export function barTime(bars: readonly { time: number }[], at: number): number | null {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.time ?? Infinity) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return bars[low - 1]?.time ?? null;
}

const EXIT_TEXT: Record<OrderPurpose, string> = { entry: '', exit: 'Exit', protectiveStop: 'Stop', takeProfit: 'Target' };

/** One marker for each order and candle in which it was filled. */
export function markersOf(fills: readonly Fill[], symbol: string, bars: readonly Bar[]): Marker[] {
  const markers = new Map<string, Marker>();
  for (const fill of fills) {
    const time = fill.symbol === symbol ? barTime(bars, seconds(fill.at)) : null;
    if (time === null) {
      continue;
    }

    const id = `${fill.orderId}/${time}`;
    const buys = fill.side === 'buy';
    const enters = fill.purpose === 'entry';
    markers.set(id, {
      id,
      time,
      position: buys ? 'belowBar' : 'aboveBar',
      shape: enters ? (buys ? 'arrowUp' : 'arrowDown') : fill.purpose === 'protectiveStop' ? 'square' : 'circle',
      tone: enters ? 'accent' : fill.purpose === 'protectiveStop' ? 'stop' : fill.purpose === 'takeProfit' ? 'target' : 'muted',
      text: enters ? (buys ? 'Long' : 'Short') : EXIT_TEXT[fill.purpose],
    });
  }

  return [...markers.values()].sort((left, right) => left.time - right.time);
}

interface Plan {
  symbol: string;
  orders: readonly Order[];
  trades: readonly Trade[];
  decisions: readonly Decision[];
  positions: readonly Position[];
}

/** Where stops and targets stood and for how long, and from which entry to which exit each round trip went. */
export function segmentsOf(plan: Plan, bars: readonly Bar[]): Segment[] {
  const last = bars.at(-1)?.time;
  const first = bars[0]?.time;
  if (last === undefined || first === undefined) {
    return [];
  }

  const segments: Segment[] = [];
  const add = (from: number, to: number, fromPrice: number, toPrice: number, tone: Tone, dashed: boolean) => {
    if (to >= first && Number.isFinite(fromPrice) && Number.isFinite(toPrice)) {
      const start = barTime(bars, Math.max(from, first)) ?? first;
      segments.push({ from: start, to: barTime(bars, to) ?? last, fromPrice, toPrice, tone, dashed });
    }
  };

  const protections = plan.orders.filter((order) => order.symbol === plan.symbol && wasWorking(order));
  for (const order of protections) {
    const price = Number(order.stopPrice ?? order.limitPrice ?? Number.NaN);
    const end = isFinal(order) ? seconds(order.updatedAt) : last;
    add(seconds(order.recordedAt), end, price, price, order.purpose === 'protectiveStop' ? 'stop' : 'target', false);
  }

  for (const { from, to, decision } of entriesOf(plan, last)) {
    const covered = (purpose: OrderPurpose) =>
      protections.some((order) => {
        const at = seconds(order.recordedAt);
        return order.purpose === purpose && at >= from && at <= to;
      });
    if (decision.stop !== null && !covered('protectiveStop')) {
      add(from, to, Number(decision.stop), Number(decision.stop), 'stop', false);
    }
    if (decision.target !== null && !covered('takeProfit')) {
      add(from, to, Number(decision.target), Number(decision.target), 'target', false);
    }
  }

  for (const trade of plan.trades.filter(({ symbol }) => symbol === plan.symbol)) {
    const tone = trade.netProfit.startsWith('-') ? 'loss' : 'gain';
    add(seconds(trade.openedAt), seconds(trade.closedAt), Number(trade.entryPrice), Number(trade.exitPrice), tone, true);
  }

  return segments;
}

const wasWorking = ({ purpose, status }: Order): boolean =>
  (purpose === 'protectiveStop' || purpose === 'takeProfit') && status !== 'rejected' && status !== 'notSent';

const FINAL = new Set<keyof typeof ORDER_STATUS>(['filled', 'cancelled', 'expired', 'rejected', 'notSent']);
const isFinal = ({ status }: Order): boolean => FINAL.has(status);

/** The decisions that became positions, each until its round trip ended. */
function entriesOf({ symbol, trades, decisions, positions }: Plan, last: number) {
  const open = positions.some((position) => position.symbol === symbol);
  return decisions.flatMap((decision) => {
    const entered = decision.verdict === 'approved' || decision.verdict === 'shrunk';
    if (decision.symbol !== symbol || decision.action !== 'enter' || !entered) {
      return [];
    }

    const from = seconds(decision.at);
    const ends = trades.filter((trade) => trade.symbol === symbol).map((trade) => seconds(trade.closedAt));
    const end = Math.min(...ends.filter((at) => at >= from));
    return Number.isFinite(end) ? [{ from, to: end, decision }] : open ? [{ from, to: last, decision }] : [];
  });
}

/** The open position's terms, named at the price axis. */
export function levelsOf(positions: readonly Position[], symbol: string): Level[] {
  return positions
    .filter((position) => position.symbol === symbol)
    .flatMap(({ averagePrice, stop, target }) => [
      { price: Number(averagePrice), title: 'Entry', tone: 'accent' as const },
      ...(stop === null ? [] : [{ price: Number(stop), title: 'Stop', tone: 'stop' as const }]),
      ...(target === null ? [] : [{ price: Number(target), title: 'Target', tone: 'target' as const }]),
    ]);
}
