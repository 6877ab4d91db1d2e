import type {
  AutoscaleInfo, IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, Logical, SeriesAttachedParameter, UTCTimestamp,
} from 'lightweight-charts';
import type { Segment, Tone } from './overlay';

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0];

/** Lines between two instants and prices: stops, targets, and the way from entry to exit. */
export class SegmentLayer implements ISeriesPrimitive {
  #attached: SeriesAttachedParameter | null = null;
  #segments: readonly Segment[] = [];
  #colours = new Map<Tone, string>();
  readonly #view: IPrimitivePaneView = {
    zOrder: () => 'top',
    renderer: () => ({
      draw: (target: Target) => {
        this.#draw(target);
      },
    }),
  };

  attached(parameter: SeriesAttachedParameter): void {
    this.#attached = parameter;
  }

  detached(): void {
    this.#attached = null;
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [this.#view];
  }

  show(segments: readonly Segment[], colourOf: (tone: Tone) => string): void {
    this.#segments = segments;
    this.#colours = new Map(segments.map(({ tone }) => [tone, colourOf(tone)]));
    this.#attached?.requestUpdate();
  }

  /** Stops and targets belong into the picture, so the price scale makes room for those in sight. */
  autoscaleInfo(first: Logical, last: Logical): AutoscaleInfo | null {
    const scale = this.#attached?.chart.timeScale();
    const place = (time: number) => scale?.timeToIndex(time as UTCTimestamp, true) ?? -1;
    const prices = this.#segments
      .filter(({ from, to }) => place(from) <= last && place(to) >= first)
      .flatMap(({ fromPrice, toPrice }) => [fromPrice, toPrice]);
    return prices.length === 0 ? null : { priceRange: { minValue: Math.min(...prices), maxValue: Math.max(...prices) } };
  }

  #draw(target: Target): void {
    const attached = this.#attached;
    if (!attached) {
      return;
    }

    const scale = attached.chart.timeScale();
    const across = (time: number) => scale.timeToCoordinate(time as UTCTimestamp);
    target.useMediaCoordinateSpace(({ context }) => {
      for (const segment of this.#segments) {
        const [x1, x2] = [across(segment.from), across(segment.to)];
        const y1 = attached.series.priceToCoordinate(segment.fromPrice);
        const y2 = attached.series.priceToCoordinate(segment.toPrice);
        if (x1 === null || x2 === null || y1 === null || y2 === null) {
          continue;
        }

        context.beginPath();
        context.strokeStyle = this.#colours.get(segment.tone) ?? 'currentColor';
        context.lineWidth = segment.dashed ? 1 : 1.5;
        context.setLineDash(segment.dashed ? [3, 3] : segment.tone === 'target' ? [6, 3] : []);
        context.moveTo(x1, y1);
        // Something that lasted within one candle is still worth a stroke.
        context.lineTo(x1 === x2 && y1 === y2 ? x2 + 6 : x2, y2);
        context.stroke();
      }
    });
  }
}
