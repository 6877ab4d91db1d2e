import { useId, useState, type PointerEvent } from 'react';
import { money } from '../format/money';
import { percent } from '../format/numbers';
import { brieflyAt, dateTime } from '../format/time';
import { nearest, path, rangeOf, ticks, type Range } from './scale';

const WIDTH = 1000;
const HEIGHT = 100;
const axis = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 });

/** A fleet's points have no drawdown; a bot's do. */
interface Point {
  at: string;
  equity: string;
  drawdown?: number;
}

interface EquityChartProps {
  points: readonly Point[];
  /** What was put in: the line that gain and loss are measured from. */
  budget: string;
  /** Draws how far below its peak the equity was, underneath. */
  withDrawdown?: boolean;
  of: string;
}

/** Equity over time, and below it the drawdown from its peak. */
export function EquityChart({ points, budget, withDrawdown = false, of }: EquityChartProps) {
  const [hovered, setHovered] = useState<number | null>(null);
  const captionId = useId();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) {
    return <p className="px-4 py-6 text-sm text-muted">No equity has been recorded yet. The line starts with the first candles.</p>;
  }

  const times = points.map((point) => ({ x: Date.parse(point.at) }));
  const across = { low: times[0]?.x ?? 0, high: times.at(-1)?.x ?? 1 };
  const index = hovered === null ? points.length - 1 : Math.min(hovered, points.length - 1);
  const shown = points[index] ?? last;
  const share = ((times[index]?.x ?? across.high) - across.low) / (across.high - across.low || 1);

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const at = across.low + ((event.clientX - box.left) / (box.width || 1)) * (across.high - across.low);
    setHovered(nearest(times, at));
  }

  return (
    <figure aria-labelledby={captionId} className="flex flex-col gap-1">
      <figcaption id={captionId} className="sr-only">
        {summary(of, points, withDrawdown)}
      </figcaption>
      <p aria-hidden="true" className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
        <span>{dateTime(shown.at)} UTC</span>
        <span className="font-medium text-ink">{money(shown.equity)}</span>
        {withDrawdown && <span>drawdown {percent(shown.drawdown)}</span>}
      </p>
      <div
        aria-hidden="true"
        className="relative mr-16 touch-pan-y"
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          setHovered(null);
        }}
      >
        <EquityPlot points={points} times={times} across={across} budget={Number(budget)} />
        {withDrawdown && <DrawdownPlot points={points} times={times} across={across} />}
        {hovered !== null && (
          <span className="pointer-events-none absolute inset-y-0 w-px bg-line-strong" style={{ left: `${share * 100}%` }} />
        )}
      </div>
      <p aria-hidden="true" className="mr-16 flex justify-between text-2xs text-muted">
        <span>{brieflyAt(first.at)}</span>
        <span>{brieflyAt(last.at)}</span>
      </p>
    </figure>
  );
}

function summary(of: string, points: readonly Point[], withDrawdown: boolean): string {
  const first = points[0];
  const last = points.at(-1);
  const byEquity = [...points].sort((a, b) => Number(a.equity) - Number(b.equity));
  const worst = Math.max(...points.map((point) => point.drawdown ?? 0));
  return (
    `Equity of ${of} from ${dateTime(first?.at)} to ${dateTime(last?.at)} UTC: began at ${money(first?.equity)}, ` +
    `now ${money(last?.equity)}, lowest ${money(byEquity[0]?.equity)}, highest ${money(byEquity.at(-1)?.equity)}.` +
    (withDrawdown ? ` Largest drawdown ${percent(worst)}.` : '')
  );
}

interface PlotProps {
  points: readonly Point[];
  times: readonly { x: number }[];
  across: Range;
}

function EquityPlot({ points, times, across, budget }: PlotProps & { budget: number }) {
  const gradient = useId();
  const line = points.map((point, index) => ({ x: times[index]?.x ?? 0, y: Number(point.equity) }));
  const range = rangeOf([...line.map((point) => point.y), budget], 0.08);
  const base = [{ x: across.low, y: budget }, { x: across.high, y: budget }];
  const drawn = path(line, across, range, WIDTH, HEIGHT);
  const baseline = path(base, across, range, WIDTH, HEIGHT);
  const area = `${drawn}${path([...base].reverse(), across, range, WIDTH, HEIGHT).replace('M', 'L')}Z`;
  // One line, told apart where it crosses the budget: gain above it, loss below.
  const share = 1 - (budget - range.low) / (range.high - range.low);
  const paint = `url(#${gradient})`;
  return (
    <div className="relative h-40 sm:h-44">
      <Grid range={range} wanted={4} write={(value) => axis.format(value)} />
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2={HEIGHT}>
          <stop offset={share} className="[stop-color:var(--gain)]" />
          <stop offset={share} className="[stop-color:var(--loss)]" />
        </linearGradient>
        <path d={area} fill={paint} opacity="0.12" />
        <path d={baseline} fill="none" className="stroke-line-strong" strokeDasharray="3 4" vectorEffect="non-scaling-stroke" />
        <path d={drawn} fill="none" stroke={paint} strokeWidth="1.6" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      </svg>
    </div>
  );
}

function DrawdownPlot({ points, times, across }: PlotProps) {
  const line = points.map((point, index) => ({ x: times[index]?.x ?? 0, y: -(point.drawdown ?? 0) }));
  const lowest = Math.min(...line.map((point) => point.y), -0.005);
  const range = { low: lowest * 1.1, high: 0 };
  const drawn = path(line, across, range, WIDTH, HEIGHT);
  const top = path([{ x: across.high, y: 0 }, { x: across.low, y: 0 }], across, range, WIDTH, HEIGHT).replace('M', 'L');
  return (
    <div className="relative mt-2 h-16 border-t border-line">
      <Grid range={range} wanted={2} write={(value) => percent(value, { places: lowest < -0.05 ? 0 : 1 })} />
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full text-loss">
        <path d={`${drawn}${top}Z`} fill="currentColor" opacity="0.16" />
        <path d={drawn} fill="none" stroke="currentColor" strokeWidth="1.2" vectorEffect="non-scaling-stroke" />
      </svg>
    </div>
  );
}

function Grid({ range, wanted, write }: { range: Range; wanted: number; write: (value: number) => string }) {
  return ticks(range, wanted).map((value) => (
    <div
      key={value}
      className="absolute right-0 left-0 border-t border-line"
      style={{ top: `${(1 - (value - range.low) / (range.high - range.low)) * 100}%` }}
    >
      <span className="absolute top-0 left-full ml-2 -translate-y-1/2 text-2xs whitespace-nowrap text-muted">{write(value)}</span>
    </div>
  ));
}
