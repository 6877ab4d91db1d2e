import { expect, test } from 'vitest';
import { brief, duration, percent } from './numbers';
import { dateTime, timeframeSeconds } from './time';
import { words } from './words';

test('percentages carry their sign and as many places as help', () => {
  expect(percent(0.0234, { signed: true })).toBe('+2.34 %');
  expect(percent(-0.123)).toBe('−12.3 %');
  expect(percent(1.5)).toBe('150 %');
  expect(percent(-0.00001, { signed: true })).toBe('0.00 %');
  expect(percent(null)).toBe('–');
  expect(percent(Number.NaN)).toBe('–');
});

test('large counts are brief', () => {
  expect([brief(9999), brief(12_345), brief(3_100_000)]).toEqual(['9,999', '12.3k', '3.1M']);
});

test('durations show their two largest units', () => {
  expect([duration(0.034), duration(75), duration(93_784), duration(7200)]).toEqual(['34 ms', '1 min 15 s', '1 d 2 h', '2 h']);
});

test('times are UTC wherever the reader is', () => {
  expect(dateTime('2024-02-01T23:59:00Z')).toBe('01 Feb 2024 23:59');
  expect(dateTime('nonsense')).toBe('–');
});

test('timeframes become seconds, and nonsense is refused', () => {
  expect(['5m', '1h', '4h', '1d', '1w'].map(timeframeSeconds)).toEqual([300, 3600, 14_400, 86_400, 604_800]);
  expect(() => timeframeSeconds('1y')).toThrow('Not a timeframe: 1y');
});

test('names become words', () => {
  expect([words('protectiveStop'), words('drawdown-stop'), words('classic5')]).toEqual(['Protective stop', 'Drawdown stop', 'Classic5']);
});
