import { describe, expect, test } from 'vitest';
import { compare, exact, isDecimal, money, negate, NO_VALUE, price, signOf } from './money';

describe('money', () => {
  test.each([
    ['0', '0.00'],
    ['1234.5', '1,234.50'],
    ['-1234.5', '−1,234.50'],
    ['0.005', '0.01'],
    ['-0.004', '0.00'],
    ['999999.995', '1,000,000.00'],
    ['9007199254740993.01', '9,007,199,254,740,993.01'],
    ['79228162514264337593543950335', '79,228,162,514,264,337,593,543,950,335.00'],
    ['0.0000000000000000000000000001', '0.00'],
    ['1E-8', '0.00'],
    ['1.5e3', '1,500.00'],
    ['.5', '0.50'],
    ['00012.30', '12.30'],
  ])('writes %s as %s, to the last digit', (value, text) => {
    expect(money(value)).toBe(text);
  });

  test('gives gains a plus, and no sign to what rounds to zero', () => {
    expect([money('12', true), money('-12', true), money('0.001', true), money('0', true)]).toEqual(['+12.00', '−12.00', '0.00', '0.00']);
  });

  test('does not invent a figure where there is none', () => {
    expect([money(null), money(undefined), money('abc'), money('')]).toEqual([NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE]);
  });
});

test('quantities keep every digit and lose only trailing zeros', () => {
  expect(exact('0.000000010000')).toBe('0.00000001');
  expect(exact('1234567.1000')).toBe('1,234,567.1');
  expect(exact('100')).toBe('100');
});

test('prices show as many places as their size asks for', () => {
  expect(['64250.1', '5.4321', '0.5312', '0.000012345678', '0'].map(price)).toEqual([
    '64,250.10', '5.4321', '0.5312', '0.00001235', '0.00',
  ]);
});

test('the sign is read off the digits', () => {
  expect(['-0.00000000000000000000001', '-0.00', '0.00000000000000000000001'].map(signOf)).toEqual([-1, 0, 1]);
});

test('comparison is exact where floats are not', () => {
  expect(compare('0.1', '0.10')).toBe(0);
  expect(compare('9007199254740993', '9007199254740992')).toBe(1);
  expect(compare('-2', '1.5')).toBe(-1);
});

test('only plain decimals are taken from people', () => {
  expect(['10', '10.5', '-3', '.5', ' 7 '].every(isDecimal)).toBe(true);
  expect(['', '1e5', '1,000', 'NaN', '0x10', '1.2.3', 'Infinity'].some(isDecimal)).toBe(false);
});

test('negation changes the sign and nothing else', () => {
  expect([negate('12.30'), negate('-0.10'), negate('+5')]).toEqual(['-12.30', '0.10', '-5']);
});
