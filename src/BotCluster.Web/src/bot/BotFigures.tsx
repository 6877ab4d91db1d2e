import type { ReactNode } from 'react';
import type { Bot } from '../api/schema';
import { money } from '../format/money';
import { count, percent } from '../format/numbers';
import { brieflyAt } from '../format/time';
import { Gain } from '../ui/Amount';
import { Panel } from '../ui/Panel';

export function BotFigures({ bot }: { bot: Bot }) {
  return (
    <Panel title="Figures">
      <dl className="flex flex-col divide-y divide-line text-sm">
        <Row name="Budget">{money(bot.budget)}</Row>
        <Row name="Cash">{money(bot.cash)}</Row>
        <Row name="Realised">
          <Gain value={bot.totals.realised} />
        </Row>
        <Row name="Unrealised">
          <Gain value={bot.unrealised} />
        </Row>
        <Row name="Fees paid">{money(bot.totals.fees)}</Row>
        <Row name="Funding paid">{money(bot.totals.funding)}</Row>
        <Row name="Peak equity">{money(bot.peakEquity)}</Row>
        <Row name="Drawdown">{percent(bot.drawdown)}</Row>
        <Row name="Trades, won">
          {count(bot.trades)}, {percent(bot.winRate, { places: 0 })}
        </Row>
        <Row name="Cycles, holds">
          {count(bot.cycles)}, {count(bot.holds)}
        </Row>
        <Row name="Refused by risk">{count(bot.refusals)}</Row>
        <Row name="Last candle">{brieflyAt(bot.lastStep)}</Row>
      </dl>
    </Panel>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 py-1 first:pt-0 last:pb-0">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
