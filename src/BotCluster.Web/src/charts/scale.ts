/** Where charts turn figures into places. Floats are welcome here: a pixel is not money. */
export interface Range {
  low: number;
  high: number;
}

export function rangeOf(values: readonly number[], padding = 0.06): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }

  if (low > high) {
    return { low: 0, high: 1 };
  }

  // A flat line belongs in the middle, not on the edge.
  const room = high > low ? (high - low) * padding : Math.abs(high) * 0.01 || 1;
  return { low: low - room, high: high + room };
}

/** Round values between low and high, about as many as asked for. */
export function ticks({ low, high }: Range, wanted: number): number[] {
  const rough = (high - low) / wanted;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= rough) ?? rough;
  const found: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) {
    found.push(Number(value.toPrecision(12)));
  }

  return found;
}

export interface Point {
  x: number;
  y: number;
}

/** An SVG path through the points, in a box of the given size with the origin above left. */
export function path(points: readonly Point[], x: Range, y: Range, width: number, height: number): string {
  const across = (value: number) => ((value - x.low) / (x.high - x.low || 1)) * width;
  const down = (value: number) => height - ((value - y.low) / (y.high - y.low || 1)) * height;
  return points
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${across(point.x).toFixed(2)} ${down(point.y).toFixed(2)}`)
    .join('');
}

/** The index of the point nearest to x; points are in order. */
export function nearest(points: readonly { x: number }[], x: number): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  const before = points[low - 1];
  const at = points[low];
  return before && at && x - before.x < at.x - x ? low - 1 : low;
}
