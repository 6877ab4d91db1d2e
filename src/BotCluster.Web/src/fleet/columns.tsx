import { Link } from 'react-router';
import type { BotSummary } from '../api/schema';
import { Spark } from '../charts/Spark';
import { money } from '../format/money';
import { count, percent } from '../format/numbers';
import { brieflyAt } from '../format/time';
import { words } from '../format/words';
import { Gain, toneOf } from '../ui/Amount';
import type { Column } from '../ui/DataTable';
import { StatusMark } from '../ui/Status';

function symbolsOf({ symbols }: BotSummary): string {
  const [first = '', ...others] = symbols;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

export const botColumns: readonly Column<BotSummary>[] = [
  {
    id: 'name',
    title: 'Bot',
    sort: 'name',
    heads: true,
    cell: (bot) => (
      <>
        <Link to={`/bots/${bot.id}`} className="font-medium hover:underline max-md:text-base">
          {bot.name}
        </Link>
        <span className="block text-xs text-muted">
          #{bot.number} · {bot.clientName}
        </span>
      </>
    ),
  },
  { id: 'status', title: 'Status', card: 'top', cell: (bot) => <StatusMark bot={bot} /> },
  {
    id: 'mode',
    title: 'Mode',
    cell: (bot) => (
      <>
        {words(bot.mode)}
        <span className="block text-xs text-muted" title={bot.symbols.join(', ')}>
          {symbolsOf(bot)} · {bot.timeframe}
        </span>
      </>
    ),
  },
  { id: 'equity', title: 'Equity', numeric: true, sort: 'equity', cell: (bot) => money(bot.equity) },
  {
    id: 'profit',
    title: 'Profit',
    numeric: true,
    sort: 'profit',
    cell: (bot) => (
      <>
        <Gain value={bot.profit} />
        <span className={`block text-xs ${toneOf(bot.profit)}`}>{percent(bot.profitShare, { signed: true })}</span>
      </>
    ),
  },
  { id: 'spark', title: 'Equity so far', card: 'top', cell: (bot) => <Spark values={bot.spark ?? []} budget={Number(bot.budget)} /> },
  { id: 'drawdown', title: 'Drawdown', numeric: true, sort: 'drawdown', cell: (bot) => percent(bot.drawdown) },
  { id: 'open', title: 'Open', numeric: true, cell: (bot) => count(bot.openPositions) },
  { id: 'trades', title: 'Trades', numeric: true, cell: (bot) => count(bot.trades) },
  { id: 'wins', title: 'Won', numeric: true, cell: (bot) => percent(bot.winRate, { places: 0 }) },
  { id: 'refusals', title: 'Refused', numeric: true, cell: (bot) => count(bot.refusals) },
  {
    id: 'step',
    title: 'Last candle',
    numeric: true,
    card: 'none',
    cell: (bot) => <span className="text-muted">{brieflyAt(bot.lastStep)}</span>,
  },
];
