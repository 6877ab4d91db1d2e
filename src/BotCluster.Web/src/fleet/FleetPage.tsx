import { useQuery } from '@tanstack/react-query';
import * as queries from '../api/queries';
import { tradesAnywhere, useMe } from '../app/session';
import { EquityChart } from '../charts/EquityChart';
import { ButtonLink } from '../ui/Button';
import { Heading } from '../ui/Heading';
import { Loadable } from '../ui/Loadable';
import { BotsPanel } from './BotsPanel';
import { Totals, Worth } from './Totals';

/** The fleet at a glance: what it is worth, what it does, and each bot in it. */
export function FleetPage() {
  const user = useMe();
  const fleet = useQuery(queries.fleet);
  const equity = useQuery(queries.fleetEquity);

  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-3">
        <Heading title="Fleet" />
        {tradesAnywhere(user) && (
          <ButtonLink to="/bots/new" look="primary">
            New bot
          </ButtonLink>
        )}
      </div>
      <section aria-label="Totals" className="overflow-hidden rounded-lg border border-line bg-surface">
        <Loadable query={fleet} what="the totals">
          {(totals) => (
            <>
              <div className="grid gap-x-8 gap-y-3 px-4 pt-4 pb-3 lg:grid-cols-[minmax(15rem,1fr)_4fr]">
                <Worth fleet={totals} />
                <Loadable query={equity} what="the fleet’s equity" className="h-48">
                  {({ items }) => <EquityChart points={items} budget={totals.budget} of="the fleet" />}
                </Loadable>
              </div>
              <Totals fleet={totals} />
            </>
          )}
        </Loadable>
      </section>
      <BotsPanel counts={fleet.data?.bots} />
    </div>
  );
}
