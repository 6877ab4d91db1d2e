import type { Decimal } from '../api/schema';

// Money arrives as an exact decimal string and is shown as one. Every step here works on digits; nothing passes
// through a float.

interface Digits {
  negative: boolean;
  whole: string;
  fraction: string;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
export const NO_VALUE = '–';
export const MINUS = '−';

function parse(value: Decimal | number): Digits | null {
  const match = NUMBER.exec(String(value).trim());
  if (!match || (match[2] === '' && (match[3] ?? '') === '')) {
    return null;
  }

  let whole = match[2] ?? '';
  let fraction = match[3] ?? '';
  const exponent = Number.parseInt(match[4] ?? '0', 10);
  if (exponent > 0) {
    fraction = fraction.padEnd(exponent, '0');
    whole += fraction.slice(0, exponent);
    fraction = fraction.slice(exponent);
  } else if (exponent < 0) {
    whole = whole.padStart(-exponent + 1, '0');
    fraction = whole.slice(exponent) + fraction;
    whole = whole.slice(0, exponent);
  }

  return { negative: match[1] === '-', whole: whole.replace(/^0+(?=\d)/, '') || '0', fraction };
}

const isZero = ({ whole, fraction }: Digits) => /^0*$/.test(whole + fraction);

/** Half away from zero, as a trader rounds on paper. */
function round(digits: Digits, places: number): Digits {
  if (digits.fraction.length <= places) {
    return { ...digits, fraction: digits.fraction.padEnd(places, '0') };
  }

  const up = (digits.fraction[places] ?? '0') >= '5';
  const kept = BigInt(digits.whole + digits.fraction.slice(0, places)) + (up ? 1n : 0n);
  const text = kept.toString().padStart(places + 1, '0');
  const rounded = { whole: text.slice(0, text.length - places), fraction: text.slice(text.length - places) };
  return { negative: digits.negative, ...rounded };
}

const group = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',');

function write(digits: Digits, signed: boolean): string {
  const zero = isZero(digits);
  const sign = digits.negative && !zero ? MINUS : signed && !zero ? '+' : '';
  return sign + group(digits.whole) + (digits.fraction === '' ? '' : `.${digits.fraction}`);
}

/** Money to two places, grouped: `−1,234.50`. With `signed`, gains carry a plus. */
export function money(value: Decimal | number | null | undefined, signed = false): string {
  const digits = value === null || value === undefined ? null : parse(value);
  return digits ? write(round(digits, 2), signed) : NO_VALUE;
}

/** A price or quantity with all the digits it came with, trailing zeros dropped. */
export function exact(value: Decimal | number | null | undefined): string {
  const digits = value === null || value === undefined ? null : parse(value);
  return digits ? write({ ...digits, fraction: digits.fraction.replace(/0+$/, '') }, false) : NO_VALUE;
}

/** A price in as many places as its size asks for: 64,250.10, 142.35, 0.5312, 0.00001234. */
export function price(value: Decimal | number | null | undefined): string {
  const digits = value === null || value === undefined ? null : parse(value);
  if (!digits) {
    return NO_VALUE;
  }

  if (digits.whole !== '0') {
    return write(round(digits, digits.whole.length > 1 ? 2 : 4), false);
  }

  const leading = /^0*/.exec(digits.fraction)?.[0].length ?? 0;
  return write(trim(round(digits, Math.min(leading + 4, 12))), false);
}

const trim = (digits: Digits): Digits => ({ ...digits, fraction: digits.fraction.replace(/0+$/, '').padEnd(2, '0') });

/** The sign of an exact decimal: −1, 0 or 1. */
export function signOf(value: Decimal | number | null | undefined): -1 | 0 | 1 {
  const digits = value === null || value === undefined ? null : parse(value);
  return !digits || isZero(digits) ? 0 : digits.negative ? -1 : 1;
}

/** Whether a text is a plain decimal number that the API will read the same way. */
export const isDecimal = (text: string): boolean => /^-?(\d+(\.\d*)?|\.\d+)$/.test(text.trim());

/** Compares two exact decimals. */
export function compare(left: Decimal | number, right: Decimal | number): number {
  const a = parse(left);
  const b = parse(right);
  if (!a || !b) {
    throw new TypeError(`Not a decimal: ${!a ? left : right}`);
  }

  const places = Math.max(a.fraction.length, b.fraction.length);
  const scaled = ({ negative, whole, fraction }: Digits) =>
    BigInt(whole + fraction.padEnd(places, '0')) * (negative ? -1n : 1n);
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Minus the same amount, exactly. */
export const negate = (value: Decimal): Decimal => (value.startsWith('-') ? value.slice(1) : `-${value.replace(/^\+/, '')}`);
