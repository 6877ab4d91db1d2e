import {
  CandlestickSeries, ColorType, createChart, createSeriesMarkers, CrosshairMode, LineStyle,
  type IChartApi, type IPriceLine, type ISeriesApi, type ISeriesMarkersPluginApi, type Time, type UTCTimestamp,
} from 'lightweight-charts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { themeStore, token } from '../app/theme';
import { useMedia } from '../ui/media';
import type { Bar, Level, Marker, Segment, Tone } from './overlay';
import { SegmentLayer } from './SegmentLayer';

interface CandleChartProps {
  bars: readonly Bar[];
  markers: readonly Marker[];
  segments: readonly Segment[];
  levels: readonly Level[];
  /** Decimal places of the instrument's prices. */
  places: number;
}

interface Drawn {
  chart: IChartApi;
  series: ISeriesApi<'Candlestick'>;
  markers: ISeriesMarkersPluginApi<Time>;
  layer: SegmentLayer;
  lines: IPriceLine[];
}

const TOKEN: Record<Tone, string> = { gain: 'gain', loss: 'loss', stop: 'loss', target: 'gain', accent: 'accent', muted: 'muted' };
const colourOf = (tone: Tone): string => token(TOKEN[tone]);
const at = (time: number): UTCTimestamp => time as UTCTimestamp;

/** The canvas. What it shows is told in words and tables around it. */
export default function CandleChart({ bars, markers, segments, levels, places }: CandleChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const theme = useSyncExternalStore(themeStore.observe, themeStore.read);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const look = `${theme}/${systemDark}`;

  useEffect(() => {
    if (!box.current) {
      return;
    }

    const chart = createChart(box.current, {
      autoSize: true,
      // The logo would inject a style that the content security policy forbids; the footer gives the credit.
      layout: { attributionLogo: false, fontFamily: 'Inter, system-ui, sans-serif', fontSize: 11 },
      crosshair: { mode: CrosshairMode.Normal },
      timeScale: { timeVisible: true, secondsVisible: false, rightOffset: 6 },
      rightPriceScale: { scaleMargins: { top: 0.12, bottom: 0.1 } },
    });
    const series = chart.addSeries(CandlestickSeries, { borderVisible: false });
    const layer = new SegmentLayer();
    series.attachPrimitive(layer);
    drawn.current = { chart, series, layer, lines: [], markers: createSeriesMarkers(series, []) };
    return () => {
      drawn.current = null;
      chart.remove();
    };
  }, []);

  useEffect(() => {
    const [line, muted, gain, loss] = [token('line'), token('muted'), token('gain'), token('loss')];
    drawn.current?.chart.applyOptions({
      layout: { background: { type: ColorType.Solid, color: 'transparent' }, textColor: muted },
      grid: { vertLines: { color: line }, horzLines: { color: line } },
      timeScale: { borderColor: line },
      rightPriceScale: { borderColor: line },
    });
    // A hollow rise and a full fall: readable without telling the colours apart.
    drawn.current?.series.applyOptions({
      priceLineColor: muted, upColor: token('surface'), downColor: loss, wickUpColor: gain, wickDownColor: loss,
      borderVisible: true, borderUpColor: gain, borderDownColor: loss,
    });
  }, [look]);

  useEffect(() => {
    drawn.current?.series.applyOptions({ priceFormat: { type: 'price', precision: places, minMove: 10 ** -places } });
  }, [places]);

  useShowBars(drawn, bars);

  useEffect(() => {
    drawn.current?.markers.setMarkers(
      markers.map(({ tone, time, ...marker }) => ({ ...marker, time: at(time), color: colourOf(tone) })),
    );
  }, [markers, look]);

  useEffect(() => {
    drawn.current?.layer.show(segments, colourOf);
  }, [segments, look]);

  useEffect(() => {
    const now = drawn.current;
    now?.lines.forEach((line) => {
      now.series.removePriceLine(line);
    });
    if (now) {
      now.lines = levels.map(({ price, title, tone }) =>
        now.series.createPriceLine({
          price, title, color: colourOf(tone), lineWidth: 1, lineStyle: LineStyle.Dashed, axisLabelVisible: true,
        }),
      );
    }
  }, [levels, look]);

  return <div ref={box} aria-hidden="true" className="h-72 w-full sm:h-96" />;
}

/** New candles are added at the end, so that the reader's place and zoom stay; another series starts afresh. */
function useShowBars(drawn: React.RefObject<Drawn | null>, bars: readonly Bar[]) {
  const shown = useRef<{ first: number; last: number } | null>(null);
  useEffect(() => {
    const now = drawn.current;
    const first = bars[0];
    const last = bars.at(-1);
    if (!now || !first || !last) {
      return;
    }

    const before = shown.current;
    const continues = before !== null && before.first === first.time && now.series.data().length > 0;
    if (continues && last.time >= before.last) {
      for (const bar of bars.filter(({ time }) => time >= before.last)) {
        now.series.update({ ...bar, time: at(bar.time) });
      }
    } else {
      now.series.setData(bars.map((bar) => ({ ...bar, time: at(bar.time) })));
      const room = Math.max(40, Math.min(140, Math.round(now.chart.paneSize().width / 6)));
      now.chart.timeScale().setVisibleLogicalRange({ from: bars.length - room, to: bars.length + 5 });
    }

    shown.current = { first: first.time, last: last.time };
  }, [bars, drawn]);
}
