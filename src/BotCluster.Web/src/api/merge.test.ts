import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { bot, pageOf, pushed, summary } from '../test/samples';
import { appendPoints, applyBotPush, mergeBots, mergeNewest } from './merge';
import type { Bot, BotPush, Decision, EquityPoint, Page } from './schema';

const point = (at: string, equity = '1'): EquityPoint => ({ at, equity, cash: '1', unrealised: '0', drawdown: 0 });

describe('mergeBots', () => {
  const page = pageOf([summary({ id: 'a', name: 'A' }), summary({ id: 'b', name: 'B' })], 'next');

  test('lays changes over rows where they stand, and keeps the page', () => {
    const change = pushed({ id: 'b', name: 'B', equity: '9000', status: 'paused' });
    const merged = mergeBots(page, [change]);
    expect(merged.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(merged.items[1]).toMatchObject({ equity: '9000', status: 'paused' });
    expect(merged.next).toBe('next');
  });

  test('the spark line survives a push, its last point follows the equity', () => {
    const change = pushed({ id: 'a', equity: '9999.5' });
    expect(mergeBots(page, [change]).items[0]?.spark).toEqual([10000, 10005, 9999.5]);
  });

  test('a bot that is not on the page changes nothing', () => {
    expect(mergeBots(page, [summary({ id: 'zzz' })])).toBe(page);
  });
});

test('new items come in front, known ones change where they stand', () => {
  const key = ({ id }: { id: number; text: string }) => String(id);
  const known = [{ id: 2, text: 'open' }, { id: 1, text: 'open' }];
  expect(mergeNewest(known, [{ id: 3, text: 'new' }, { id: 1, text: 'filled' }], key)).toEqual([
    { id: 3, text: 'new' },
    { id: 2, text: 'open' },
    { id: 1, text: 'filled' },
  ]);
});

test('equity points are added once and in order', () => {
  const known = [point('2024-01-01T00:00:00Z'), point('2024-01-01T01:00:00Z')];
  const fresh = [point('2024-01-01T03:00:00Z'), point('2024-01-01T01:00:00Z'), point('2024-01-01T02:00:00Z')];
  expect(appendPoints(known, fresh).map(({ at }) => at.slice(11, 13))).toEqual(['00', '01', '02', '03']);
});

test('a bot’s push reaches all that shows it, and leaves later pages alone', () => {
  const client = new QueryClient();
  const decision = (number: number) => ({ number, at: '2024-01-01T00:00:00Z' }) as Decision;
  client.setQueryData<Page<Decision>>(['bot', bot().id, 'decisions', null], pageOf([decision(1)]));
  client.setQueryData<Page<Decision>>(['bot', bot().id, 'decisions', 'cursor'], pageOf([decision(0)]));
  const push: BotPush = {
    bot: bot({ equity: '42' }), orders: [], fills: [], trades: [], decisions: [decision(2), decision(3)], alerts: [], equity: [],
  };
  applyBotPush(client, push);

  expect(client.getQueryData<Bot>(['bot', bot().id])?.equity).toBe('42');
  expect(client.getQueryData<Page<Decision>>(['bot', bot().id, 'decisions', null])?.items.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(client.getQueryData<Page<Decision>>(['bot', bot().id, 'decisions', 'cursor'])?.items).toHaveLength(1);
});
