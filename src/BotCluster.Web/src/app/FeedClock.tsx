import { useQuery } from '@tanstack/react-query';
import * as queries from '../api/queries';
import type { Feed } from '../api/schema';
import { dateTime } from '../format/time';
import { cx } from '../ui/cx';

const LOOK: Record<Feed['status'], { word: string; tone: string; sign: string }> = {
  starting: { word: 'Starting', tone: 'text-muted', sign: '○' },
  running: { word: 'Running', tone: 'text-gain', sign: '●' },
  ended: { word: 'Ended', tone: 'text-warn', sign: '■' },
  failed: { word: 'Failed', tone: 'text-loss', sign: '✕' },
};

/** The bots' time: the close of the last candles they were given, and whether more are coming. */
export function FeedClock() {
  const { data } = useQuery(queries.fleet);
  if (!data) {
    return null;
  }

  const { status, at, detail } = data.feed;
  const { word, tone, sign } = LOOK[status];
  return (
    <p className="flex items-baseline gap-1.5 text-xs" title={detail}>
      <span aria-hidden="true" className={cx('text-2xs', tone)}>
        {sign}
      </span>
      <span className={cx('font-medium max-sm:sr-only', tone)}>
        <span className="sr-only">Feed: </span>
        {word}
      </span>
      <span className="whitespace-nowrap text-muted tabular-nums">
        <span className="sr-only">bots’ time </span>
        {dateTime(at)}
      </span>
    </p>
  );
}
