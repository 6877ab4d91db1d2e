import type { Decimal } from '../api/schema';
import { money, signOf } from '../format/money';
import { cx } from './cx';

const TONE = { [-1]: 'text-loss', 0: 'text-muted', 1: 'text-gain' };

/** A gain or a loss: its sign says so, its colour repeats it. */
export function Gain({ value, className }: { value: Decimal | null | undefined; className?: string }) {
  return <span className={cx('whitespace-nowrap tabular-nums', TONE[signOf(value)], className)}>{money(value, true)}</span>;
}

/** The tone for text that stands beside an amount, such as its percentage. */
export const toneOf = (value: Decimal | number | null | undefined): string => TONE[signOf(value)];
