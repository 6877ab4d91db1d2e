import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { live } from '../api/live';
import { ApiProblem } from '../api/problems';
import * as queries from '../api/queries';
import type { Bot } from '../api/schema';
import { NotFoundPage } from '../app/NotFoundPage';
import { EquityChart } from '../charts/EquityChart';
import { Loadable } from '../ui/Loadable';
import { Panel } from '../ui/Panel';
import { BotFigures } from './BotFigures';
import { BotHeader } from './BotHeader';
import { CandlePanel } from './CandlePanel';
import { HistoryPanel } from './HistoryPanel';
import { PositionsPanel } from './PositionsPanel';

export function BotPage() {
  const { id = '' } = useParams();
  const bot = useQuery(queries.bot(id));
  useEffect(() => live.watch(id), [id]);

  return bot.error instanceof ApiProblem && bot.error.status === 404 ? (
    <NotFoundPage what="bot" />
  ) : (
    <Loadable query={bot} what="this bot">
      {(data) => <BotView key={id} bot={data} />}
    </Loadable>
  );
}

function BotView({ bot }: { bot: Bot }) {
  const equity = useQuery(queries.botEquity(bot.id));
  return (
    <div className="flex flex-col gap-4">
      <BotHeader bot={bot} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <CandlePanel bot={bot} />
          <Panel title="Equity and drawdown">
            <Loadable query={equity} what="the equity" className="h-56">
              {({ items }) => <EquityChart points={items} budget={bot.budget} withDrawdown of={bot.name} />}
            </Loadable>
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4 md:grid-cols-2 xl:grid-cols-1">
          <PositionsPanel bot={bot} />
          <BotFigures bot={bot} />
        </div>
      </div>
      <HistoryPanel bot={bot} />
    </div>
  );
}
