import { describe, expect, test } from 'vitest';
import type { Decision, Fill, Order, Position, Trade } from '../api/schema';
import { barsOf, barTime, levelsOf, markersOf, segmentsOf } from './overlay';

const hour = (index: number) => new Date(Date.UTC(2024, 1, 1, index)).toISOString();
const second = (index: number) => Date.UTC(2024, 1, 1, index) / 1000;
const bars = barsOf(
  Array.from({ length: 10 }, (_, index) => ({ openTime: hour(index), open: '100', high: '102', low: '99', close: '101', volume: '1' })),
);

const fill = (change: Partial<Fill>): Fill => ({
  orderId: 'o1', tradeId: '1', symbol: 'BTC-USDT', side: 'buy', price: '100', quantity: '1', fee: '0', feeAsset: 'USDT',
  at: hour(2), purpose: 'entry', liquidity: 'taker', ...change,
});
const order = (change: Partial<Order>): Order => ({
  id: 's1', symbol: 'BTC-USDT', side: 'sell', direction: 'long', purpose: 'protectiveStop', type: 'stop', quantity: '1', filled: '0',
  limitPrice: null, stopPrice: '97.5', status: 'open', recordedAt: hour(2), updatedAt: hour(2), reason: '', note: null, ...change,
});
const decision = (change: Partial<Decision>): Decision => ({
  number: 1, at: hour(2), symbol: 'BTC-USDT', action: 'enter', direction: 'long', confidence: 0.7, price: '100', stop: '97.5',
  target: '105', reason: '', verdict: 'approved', verdictCode: null, verdictText: null, orderId: 'o1', ...change,
});
const trade = (change: Partial<Trade>): Trade => ({
  number: 1, symbol: 'BTC-USDT', direction: 'long', quantity: '1', entryPrice: '100', exitPrice: '105', openedAt: hour(2),
  closedAt: hour(6), grossProfit: '5', fees: '0.1', funding: '0', netProfit: '4.9', margin: '100', exitReason: '', ...change,
});
const position: Position = {
  symbol: 'BTC-USDT', direction: 'long', quantity: '1', cost: '100', averagePrice: '100', leverage: '1', openedAt: hour(2),
  stop: '97.5', target: null, price: '101', unrealised: '1', unrealisedShare: 0.01,
};

describe('barTime', () => {
  test('an instant belongs to the candle that was open then', () => {
    expect(barTime(bars, second(3) + 1799)).toBe(second(3));
    expect(barTime(bars, second(3))).toBe(second(3));
  });

  test('after the last candle it is the last, before the first there is none', () => {
    expect(barTime(bars, second(99))).toBe(second(9));
    expect(barTime(bars, second(0) - 1)).toBeNull();
  });
});

describe('markersOf', () => {
  test('entries point the way they trade, exits say what they were', () => {
    const fills = [
      fill({}),
      fill({ orderId: 'o2', side: 'sell', purpose: 'protectiveStop', at: hour(4) }),
      fill({ orderId: 'o3', side: 'sell', at: hour(5) }),
      fill({ orderId: 'o4', purpose: 'takeProfit', at: hour(7) }),
    ];
    expect(markersOf(fills, 'BTC-USDT', bars).map(({ time, position: place, shape, text }) => [time, place, shape, text])).toEqual([
      [second(2), 'belowBar', 'arrowUp', 'Long'],
      [second(4), 'aboveBar', 'square', 'Stop'],
      [second(5), 'aboveBar', 'arrowDown', 'Short'],
      [second(7), 'belowBar', 'circle', 'Target'],
    ]);
  });

  test('partial fills of one order in one candle are one marker', () => {
    expect(markersOf([fill({}), fill({ tradeId: '2' })], 'BTC-USDT', bars)).toHaveLength(1);
  });

  test('another symbol and what lies before the candles are left out, and the rest is in the order of time', () => {
    const fills = [fill({ at: hour(6) }), fill({ orderId: 'o2', at: hour(3) }), fill({ symbol: 'ETH-USDT' }), fill({ at: '2020-01-01T00:00:00Z' })];
    expect(markersOf(fills, 'BTC-USDT', bars).map(({ time }) => time)).toEqual([second(3), second(6)]);
  });
});

describe('segmentsOf', () => {
  const empty = { symbol: 'BTC-USDT', orders: [], trades: [], decisions: [], positions: [] };

  test('a working stop is drawn to the last candle, an ended one to its end', () => {
    const orders = [order({}), order({ id: 's2', stopPrice: '98', status: 'cancelled', updatedAt: hour(5) })];
    expect(segmentsOf({ ...empty, orders }, bars).map(({ from, to, fromPrice, tone }) => [from, to, fromPrice, tone])).toEqual([
      [second(2), second(9), 97.5, 'stop'],
      [second(2), second(5), 98, 'stop'],
    ]);
  });

  test('an order that never stood is not drawn', () => {
    expect(segmentsOf({ ...empty, orders: [order({ status: 'rejected' }), order({ status: 'notSent' })] }, bars)).toEqual([]);
  });

  test('a target that was never an order stands from its decision to the end of the round trip', () => {
    const drawn = segmentsOf({ ...empty, orders: [order({ status: 'cancelled', updatedAt: hour(6) })], decisions: [decision({})], trades: [trade({})] }, bars);
    expect(drawn.map(({ from, to, fromPrice, toPrice, tone }) => [from, to, fromPrice, toPrice, tone])).toEqual([
      [second(2), second(6), 97.5, 97.5, 'stop'],
      [second(2), second(6), 105, 105, 'target'],
      [second(2), second(6), 100, 105, 'gain'],
    ]);
  });

  test('a refused proposal leaves no trace', () => {
    expect(segmentsOf({ ...empty, decisions: [decision({ verdict: 'refused' })], positions: [position] }, bars)).toEqual([]);
  });

  test('a losing round trip is drawn as a loss', () => {
    expect(segmentsOf({ ...empty, trades: [trade({ netProfit: '-3.2', exitPrice: '97' })] }, bars)[0]?.tone).toBe('loss');
  });
});

test('an open position names its entry and stop, and no target where there is none', () => {
  expect(levelsOf([position, { ...position, symbol: 'ETH-USDT' }], 'BTC-USDT').map(({ title, price }) => [title, price])).toEqual([
    ['Entry', 100],
    ['Stop', 97.5],
  ]);
});
