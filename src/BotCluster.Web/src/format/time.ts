import type { Instant } from '../api/schema';
import { NO_VALUE } from './money';

// Bots live in UTC, and so does everything shown about them: a candle's time reads the same for every operator.

const two = (value: number) => String(value).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function read(instant: Instant | null | undefined): Date | null {
  const date = instant ? new Date(instant) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

/** 01 Feb 2024 00:05, in UTC. */
export function dateTime(instant: Instant | null | undefined): string {
  const at = read(instant);
  return at ? `${day(instant)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}` : NO_VALUE;
}

/** 01 Feb 2024. */
export function day(instant: Instant | null | undefined): string {
  const at = read(instant);
  return at ? `${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}` : NO_VALUE;
}

/** 01 Feb 00:05: for rows where the year goes without saying. */
export function brieflyAt(instant: Instant | null | undefined): string {
  const at = read(instant);
  return at
    ? `${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()] ?? ''} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
    : NO_VALUE;
}

export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;

const UNIT_SECONDS: Record<string, number> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** How long one candle lasts: 5m is 300. */
export function timeframeSeconds(timeframe: string): number {
  const match = /^(\d+)([mhdw])$/.exec(timeframe);
  const unit = UNIT_SECONDS[match?.[2] ?? ''];
  if (!match || unit === undefined) {
    throw new RangeError(`Not a timeframe: ${timeframe}`);
  }

  return Number.parseInt(match[1] ?? '', 10) * unit;
}
