import type { Decimal } from '../api/schema';
import { MINUS, money, signOf } from '../format/money';
import { cx } from './cx';

const TONE = { [-1]: 'text-loss', 0: 'text-muted', 1: 'text-gain' };

/** A gain or a loss: its sign says so, its colour repeats it. What rounds to zero has neither. */
export function Gain({ value, className }: { value: Decimal | null | undefined; className?: string }) {
  const text = money(value, true);
  const tone = TONE[text.startsWith('+') ? 1 : text.startsWith(MINUS) ? -1 : 0];
  return <span className={cx('whitespace-nowrap tabular-nums', tone, className)}>{text}</span>;
}

/** The tone for text that stands beside an amount, such as its percentage. */
export const toneOf = (value: Decimal | number | null | undefined): string => TONE[signOf(value)];
