import type { ReactNode } from 'react';
import type { Fleet } from '../api/schema';
import { money } from '../format/money';
import { brief, count, duration } from '../format/numbers';
import { Gain } from '../ui/Amount';

/** What all bots are worth together, and how that compares with what was put in. */
export function Worth({ fleet }: { fleet: Fleet }) {
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="label-text">Equity</p>
        <p className="text-3xl leading-9 font-semibold tracking-tight tabular-nums">{money(fleet.equity)}</p>
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 lg:grid-cols-1 xl:grid-cols-2">
        <Figure name="Profit">
          <Gain value={fleet.profit} className="text-base font-medium" />
        </Figure>
        <Figure name="Budget">{money(fleet.budget)}</Figure>
        <Figure name="Realised">
          <Gain value={fleet.realised} />
        </Figure>
        <Figure name="Unrealised">
          <Gain value={fleet.unrealised} />
        </Figure>
      </dl>
    </div>
  );
}

/** What they have done since the start. */
export function Totals({ fleet }: { fleet: Fleet }) {
  return (
    <dl className="-mr-px -mb-px grid grid-cols-3 border-t border-line sm:grid-cols-5 xl:grid-cols-9">
      <Cell name="Open positions">{count(fleet.openPositions)}</Cell>
      <Cell name="Trades">{brief(fleet.trades)}</Cell>
      <Cell name="Orders">{brief(fleet.orders)}</Cell>
      <Cell name="Fills">{brief(fleet.fills)}</Cell>
      <Cell name="Fees">{money(fleet.fees)}</Cell>
      <Cell name="Refused by risk">{brief(fleet.refusals)}</Cell>
      <Cell name="Cycles">{brief(fleet.cycles)}</Cell>
      <Cell name="Cycle lag">{duration(fleet.cycleLag)}</Cell>
      <Cell name="In trouble">
        {fleet.troubled === 0 ? '0' : <span className="text-warn">▲ {count(fleet.troubled)}</span>}
      </Cell>
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="label-text">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-r border-b border-line px-4 py-2">
      <dt className="label-text whitespace-nowrap">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
