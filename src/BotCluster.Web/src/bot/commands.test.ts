import { expect, test } from 'vitest';
import type { Bot, Order } from '../api/schema';
import { bot } from '../test/samples';
import { commandsFor } from './commands';

const offered = (change: Partial<Bot>) => {
  const { usual, more } = commandsFor(bot(change));
  return [...usual, ...more].map(({ id }) => id);
};

test.each<[string, Partial<Bot>, string[]]>([
  ['new', { status: 'created' }, ['start', 'retire', 'kill']],
  ['running', { status: 'running' }, ['pause', 'stop', 'retire', 'kill']],
  ['paused', { status: 'paused' }, ['resume', 'stop', 'retire', 'kill']],
  ['stopping', { status: 'stopping' }, ['resume', 'retire', 'kill']],
  ['stopped', { status: 'stopped' }, ['resume', 'retire', 'kill']],
  ['stopped by drawdown', { status: 'stopped', block: 'drawdown' }, ['resume', 'retire', 'kill']],
  ['killed', { status: 'stopped', block: 'killed' }, ['release', 'retire']],
  ['retired', { status: 'retired' }, []],
])('a bot that is %s is offered what the engine would do', (_, change, commands) => {
  expect(offered(change)).toEqual(commands);
});

test('entries are cancelled only where one waits: a protective stop is no entry', () => {
  const order = (purpose: Order['purpose']) => ({ purpose }) as Order;
  expect(offered({ orders: [order('protectiveStop')] })).not.toContain('cancel-all');
  expect(offered({ orders: [order('entry')] })).toContain('cancel-all');
});

test('what cannot be undone asks first, what can be is done at once', () => {
  const { usual, more } = commandsFor(bot({ status: 'running' }));
  expect(usual.find(({ id }) => id === 'pause')?.question).toBeUndefined();
  expect(more.every(({ question }) => question !== undefined)).toBe(true);
});

test('resuming after a drawdown stop says that it sets a new peak', () => {
  expect(commandsFor(bot({ status: 'stopped', block: 'drawdown' })).usual[0]?.question).toContain('drawdown');
});
