import { Link } from 'react-router';
import type { Bot } from '../api/schema';
import { canTrade, useMe } from '../app/session';
import { money } from '../format/money';
import { percent } from '../format/numbers';
import { BLOCK_MEANING, words } from '../format/words';
import { Gain, toneOf } from '../ui/Amount';
import { Heading } from '../ui/Heading';
import { StatusMark } from '../ui/Status';
import { Commands } from './Commands';

export function BotHeader({ bot }: { bot: Bot }) {
  const user = useMe();
  return (
    <div className="flex flex-col gap-3">
      <nav aria-label="Breadcrumb" className="text-xs text-muted">
        <Link to="/" className="link">
          Fleet
        </Link>{' '}
        / {bot.clientName} / #{bot.number}
      </nav>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <Heading title={bot.name} className="text-2xl leading-8 font-semibold tracking-tight wrap-anywhere" />
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-muted">
            <StatusMark bot={bot} />
            <span>{words(bot.mode)}</span>
            <span>{bot.symbols.join(', ')}</span>
            <span>{bot.timeframe} candles</span>
            <span>{bot.venue === 'paper' ? 'paper money' : bot.venue}</span>
          </p>
        </div>
        <dl className="flex gap-6 max-sm:w-full max-sm:justify-between">
          <div>
            <dt className="label-text">Equity</dt>
            <dd className="text-xl font-semibold tracking-tight">{money(bot.equity)}</dd>
          </div>
          <div>
            <dt className="label-text">Profit</dt>
            <dd>
              <Gain value={bot.profit} className="text-xl font-semibold tracking-tight" />{' '}
              <span className={`text-sm ${toneOf(bot.profit)}`}>{percent(bot.profitShare, { signed: true })}</span>
            </dd>
          </div>
        </dl>
      </div>
      {(bot.block !== null || bot.trouble !== null) && <Warning bot={bot} />}
      {canTrade(user, bot.clientId) && <Commands bot={bot} />}
    </div>
  );
}

function Warning({ bot }: { bot: Bot }) {
  return (
    <div className="flex flex-col gap-1 rounded-md border border-warn bg-warn-soft px-3 py-2 text-sm">
      {bot.block !== null && <p>{BLOCK_MEANING[bot.block]}</p>}
      {bot.trouble !== null && (
        <p>
          <strong className="font-semibold text-warn">Trouble:</strong> {bot.trouble}
        </p>
      )}
    </div>
  );
}
