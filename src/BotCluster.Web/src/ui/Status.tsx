import type { BotStatus, EntryBlock, Severity, Verdict } from '../api/schema';
import { BLOCK, SEVERITY, STATUS, VERDICT } from '../format/words';
import { cx } from './cx';

// Every state has a shape as well as a colour.

const GLYPH: Record<BotStatus, string> = {
  created: 'M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0 1.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  running: 'M3 1.5v9l7.5-4.5Z',
  paused: 'M2.5 2h2.5v8H2.5ZM7 2h2.5v8H7Z',
  stopping: 'M2 2h8v8H2Zm1.5 1.5v5h5v-5Z',
  stopped: 'M2 2h8v8H2Z',
  retired: 'M2 5.2h8v1.6H2Z',
};
const STATUS_TONE: Record<BotStatus, string> = {
  created: 'text-muted',
  running: 'text-gain',
  paused: 'text-warn',
  stopping: 'text-warn',
  stopped: 'text-muted',
  retired: 'text-muted',
};

const Glyph = ({ path }: { path: string }) => (
  <svg viewBox="0 0 12 12" className="size-2.5 shrink-0 fill-current" aria-hidden="true">
    <path d={path} fillRule="evenodd" />
  </svg>
);

const BLOCKED = 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM3 5.2h6v1.6H3Z';
const TROUBLE = 'M6 .8 11.6 11H.4ZM5.3 4.4h1.4v3.2H5.3Zm0 4h1.4v1.3H5.3Z';

interface BotState {
  status: BotStatus;
  block: EntryBlock | null;
  trouble: string | null;
}

/** What a bot does, and what keeps it from doing it. */
export function StatusMark({ bot, className }: { bot: BotState; className?: string }) {
  return (
    <span className={cx('inline-flex flex-wrap items-center gap-x-2 gap-y-0.5 whitespace-nowrap', className)}>
      <span className={cx('inline-flex items-center gap-1.5', STATUS_TONE[bot.status])}>
        <Glyph path={GLYPH[bot.status]} />
        {STATUS[bot.status]}
      </span>
      {bot.block && (
        <span className="inline-flex items-center gap-1 text-loss">
          <Glyph path={BLOCKED} />
          {BLOCK[bot.block]}
        </span>
      )}
      {bot.trouble !== null && (
        <span className="inline-flex items-center gap-1 text-warn" title={bot.trouble}>
          <Glyph path={TROUBLE} />
          Trouble
        </span>
      )}
    </span>
  );
}

const VERDICT_LOOK: Record<Verdict, { tone: string; sign: string }> = {
  approved: { tone: 'text-gain', sign: '✓' },
  shrunk: { tone: 'text-warn', sign: '▾' },
  refused: { tone: 'text-loss', sign: '✕' },
  ignored: { tone: 'text-muted', sign: '–' },
};

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { tone, sign } = VERDICT_LOOK[verdict];
  return (
    <span className={cx('inline-flex items-center gap-1 font-medium whitespace-nowrap', tone)}>
      <span aria-hidden="true">{sign}</span>
      {VERDICT[verdict]}
    </span>
  );
}

const SEVERITY_LOOK: Record<Severity, { tone: string; path: string }> = {
  notice: { tone: 'text-accent', path: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm-.7 2h1.4v1.4H5.3Zm0 2.2h1.4V9H5.3Z' },
  warning: { tone: 'text-warn', path: TROUBLE },
  critical: { tone: 'text-loss', path: 'M3.6.8h4.8l2.8 2.8v4.8l-2.8 2.8H3.6L.8 8.4V3.6ZM5.3 3h1.4v3.8H5.3Zm0 4.8h1.4V9.2H5.3Z' },
};

export function SeverityMark({ severity }: { severity: Severity }) {
  const { tone, path } = SEVERITY_LOOK[severity];
  return (
    <span className={cx('inline-flex items-center gap-1.5 font-medium whitespace-nowrap', tone)}>
      <Glyph path={path} />
      {SEVERITY[severity]}
    </span>
  );
}
