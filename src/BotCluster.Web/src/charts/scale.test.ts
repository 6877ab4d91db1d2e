import { expect, test } from 'vitest';
import { nearest, path, rangeOf, ticks } from './scale';

test('a flat line lies in the middle of its range', () => {
  const { low, high } = rangeOf([50, 50]);
  expect((low + high) / 2).toBe(50);
  expect(high).toBeGreaterThan(low);
});

test('ticks are round and inside', () => {
  expect(ticks({ low: 9_873, high: 10_212 }, 4)).toEqual([9900, 10_000, 10_100, 10_200]);
});

test('a path has its origin above left', () => {
  expect(path([{ x: 0, y: 0 }, { x: 1, y: 10 }], { low: 0, high: 1 }, { low: 0, high: 10 }, 100, 50)).toBe('M0.00 50.00L100.00 0.00');
});

test('the nearest point is found on both sides', () => {
  const points = [{ x: 0 }, { x: 10 }, { x: 20 }];
  expect([-5, 4, 6, 14, 99].map((x) => nearest(points, x))).toEqual([0, 0, 1, 1, 2]);
});
