import { cx } from '../ui/cx';
import { path, rangeOf } from './scale';

const WIDTH = 96;
const HEIGHT = 24;

/** How a bot's equity went, at a glance. The figures beside it say the same in words. */
export function Spark({ values, budget, className }: { values: readonly number[]; budget: number; className?: string }) {
  const last = values.at(-1);
  if (last === undefined || values.length < 2) {
    return <span className={cx('inline-block h-6 w-24 text-muted', className)} aria-hidden="true" />;
  }

  const points = values.map((value, index) => ({ x: index, y: value }));
  const range = rangeOf([...values, budget], 0.1);
  const across = { low: 0, high: values.length - 1 };
  const line = path(points, across, range, WIDTH, HEIGHT);
  const base = path([{ x: 0, y: budget }, { x: values.length - 1, y: budget }], across, range, WIDTH, HEIGHT);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={cx('inline-block h-6 w-24 overflow-visible', last >= budget ? 'text-gain' : 'text-loss', className)}
      aria-hidden="true"
    >
      <path d={base} fill="none" className="stroke-line-strong" strokeWidth="1" strokeDasharray="2 3" vectorEffect="non-scaling-stroke" />
      <path d={line} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
