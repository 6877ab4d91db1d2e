import type { ReactNode } from 'react';
import type { Bot, Position } from '../api/schema';
import { exact, money, price } from '../format/money';
import { percent } from '../format/numbers';
import { brieflyAt } from '../format/time';
import { DIRECTION } from '../format/words';
import { Gain, toneOf } from '../ui/Amount';
import { Panel } from '../ui/Panel';

export function PositionsPanel({ bot }: { bot: Bot }) {
  return (
    <Panel title={bot.positions.length > 1 ? 'Open positions' : 'Open position'}>
      {bot.positions.length === 0 ? (
        <p className="text-sm text-muted">Flat: no position is open.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {bot.positions.map((position) => (
            <li key={position.symbol} className="py-3 first:pt-0 last:pb-0">
              <PositionView position={position} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PositionView({ position }: { position: Position }) {
  const tone = position.direction === 'long' ? 'text-gain' : 'text-loss';
  return (
    <>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <p className="font-semibold">
          <span className={tone}>
            <span aria-hidden="true">{position.direction === 'long' ? '▲ ' : '▼ '}</span>
            {DIRECTION[position.direction]}
          </span>{' '}
          {position.symbol}
        </p>
        <p className="text-right">
          <Gain value={position.unrealised} className="font-semibold" />{' '}
          <span className={`text-xs ${toneOf(position.unrealised)}`}>{percent(position.unrealisedShare, { signed: true })}</span>
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1.5 text-sm">
        <Row name="Quantity">{exact(position.quantity)}</Row>
        <Row name="Cost">{money(position.cost)}</Row>
        <Row name="Entry price">{price(position.averagePrice)}</Row>
        <Row name="Price now">{price(position.price)}</Row>
        <Row name="Stop">{position.stop === null ? <span className="text-warn">▲ not set</span> : price(position.stop)}</Row>
        <Row name="Target">{price(position.target)}</Row>
        <Row name="Leverage">{exact(position.leverage)}×</Row>
        <Row name="Opened">{brieflyAt(position.openedAt)}</Row>
      </dl>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="label-text">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
