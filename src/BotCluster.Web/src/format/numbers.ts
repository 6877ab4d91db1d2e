import { MINUS, NO_VALUE } from './money';

const counts = new Intl.NumberFormat('en-GB');

/** A statistic as a percentage: 0.0234 is 2.34 %. Never used for money. */
export function percent(share: number | null | undefined, options: { signed?: boolean; places?: number } = {}): string {
  if (share === null || share === undefined || !Number.isFinite(share)) {
    return NO_VALUE;
  }

  const places = options.places ?? (Math.abs(share) >= 1 ? 0 : Math.abs(share) >= 0.1 ? 1 : 2);
  const text = Math.abs(share * 100).toFixed(places);
  const zero = Number(text) === 0;
  const sign = zero ? '' : share < 0 ? MINUS : options.signed ? '+' : '';
  return `${sign}${text} %`;
}

export const count = (value: number | null | undefined): string =>
  value === null || value === undefined ? NO_VALUE : counts.format(value);

/** Large counts in few characters: 12.4k, 3.1M. */
export function brief(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return NO_VALUE;
  }

  if (value < 10_000) {
    return counts.format(value);
  }

  return value < 1_000_000 ? `${(value / 1000).toFixed(1)}k` : `${(value / 1_000_000).toFixed(1)}M`;
}

/** A length of time in its two largest units: 2 d 4 h, 12 min, 340 ms. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return NO_VALUE;
  }

  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }

  const whole = Math.round(seconds);
  const units: [string, number][] = [
    ['d', Math.floor(whole / 86_400)],
    ['h', Math.floor(whole / 3600) % 24],
    ['min', Math.floor(whole / 60) % 60],
    ['s', whole % 60],
  ];
  const first = units.findIndex(([, amount]) => amount > 0);
  const shown = units.slice(Math.max(first, 0), first + 2).filter(([, amount]) => amount > 0);
  return shown.map(([unit, amount]) => `${amount} ${unit}`).join(' ') || '0 s';
}
