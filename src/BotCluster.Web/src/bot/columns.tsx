import type { Alert, Decision, Fill, Order, OrderStatus, Trade } from '../api/schema';
import { exact, money, price } from '../format/money';
import { duration, percent } from '../format/numbers';
import { brieflyAt, secondsBetween } from '../format/time';
import { ACTION, DIRECTION, ORDER_STATUS, ORDER_TYPE, PURPOSE, words } from '../format/words';
import { Gain } from '../ui/Amount';
import type { Column } from '../ui/DataTable';
import { SeverityMark, VerdictMark } from '../ui/Status';

const when = (at: string) => <span className="text-muted">{brieflyAt(at)}</span>;

export const decisionColumns: readonly Column<Decision>[] = [
  { id: 'at', title: 'Time', card: 'top', cell: ({ at }) => when(at) },
  {
    id: 'what',
    title: 'Proposal',
    heads: true,
    cell: ({ action, direction, symbol }) => (
      <span className="font-medium">
        {ACTION[action]}
        {direction !== null && ` ${DIRECTION[direction].toLowerCase()}`} {symbol}
      </span>
    ),
  },
  { id: 'verdict', title: 'Risk', card: 'top', cell: ({ verdict }) => <VerdictMark verdict={verdict} /> },
  {
    id: 'reason',
    title: 'Reason',
    wide: true,
    card: 'full',
    cell: ({ reason, verdictText, verdictCode }) => (
      <>
        {reason}
        {(verdictText ?? verdictCode) !== null && (
          <span className="block text-xs text-muted">Risk: {verdictText ?? words(verdictCode ?? '')}</span>
        )}
      </>
    ),
  },
  { id: 'confidence', title: 'Confidence', numeric: true, cell: ({ confidence }) => percent(confidence, { places: 0 }) },
  { id: 'price', title: 'Price', numeric: true, cell: (decision) => price(decision.price) },
  { id: 'stop', title: 'Stop', numeric: true, cell: ({ stop }) => price(stop) },
  { id: 'target', title: 'Target', numeric: true, cell: ({ target }) => price(target) },
];

export const tradeColumns: readonly Column<Trade>[] = [
  { id: 'closed', title: 'Closed', card: 'top', cell: ({ closedAt }) => when(closedAt) },
  {
    id: 'what',
    title: 'Trade',
    heads: true,
    cell: ({ number, direction, symbol }) => (
      <>
        <span className="font-medium">
          {DIRECTION[direction]} {symbol}
        </span>{' '}
        <span className="text-xs text-muted">#{number}</span>
      </>
    ),
  },
  { id: 'net', title: 'Net profit', numeric: true, card: 'top', cell: ({ netProfit }) => <Gain value={netProfit} className="font-medium" /> },
  { id: 'gross', title: 'Gross', numeric: true, cell: ({ grossProfit }) => <Gain value={grossProfit} /> },
  { id: 'fees', title: 'Fees', numeric: true, cell: ({ fees }) => money(fees) },
  { id: 'funding', title: 'Funding', numeric: true, cell: ({ funding }) => money(funding) },
  { id: 'quantity', title: 'Quantity', numeric: true, cell: ({ quantity }) => exact(quantity) },
  { id: 'entry', title: 'Entry', numeric: true, cell: ({ entryPrice }) => price(entryPrice) },
  { id: 'exit', title: 'Exit', numeric: true, cell: ({ exitPrice }) => price(exitPrice) },
  { id: 'held', title: 'Held', numeric: true, cell: ({ openedAt, closedAt }) => duration(secondsBetween(openedAt, closedAt)) },
  { id: 'reason', title: 'Why it ended', wide: true, card: 'full', cell: ({ exitReason }) => exitReason },
];

const ORDER_TONE: Partial<Record<OrderStatus, string>> = {
  open: 'text-accent',
  partiallyFilled: 'text-accent',
  unsettled: 'text-warn',
  rejected: 'text-loss',
  filled: 'text-ink',
};

export const orderColumns: readonly Column<Order>[] = [
  { id: 'at', title: 'Recorded', card: 'top', cell: ({ recordedAt }) => when(recordedAt) },
  {
    id: 'what',
    title: 'Order',
    heads: true,
    cell: ({ side, symbol, purpose }) => (
      <>
        <span className="font-medium">{PURPOSE[purpose]}</span>{' '}
        <span className="text-muted">
          {side} {symbol}
        </span>
      </>
    ),
  },
  {
    id: 'status',
    title: 'Status',
    card: 'top',
    cell: ({ status }) => <span className={ORDER_TONE[status] ?? 'text-muted'}>{ORDER_STATUS[status]}</span>,
  },
  { id: 'type', title: 'Type', cell: ({ type }) => ORDER_TYPE[type] },
  { id: 'quantity', title: 'Quantity', numeric: true, cell: ({ quantity }) => exact(quantity) },
  { id: 'filled', title: 'Filled', numeric: true, cell: ({ filled }) => exact(filled) },
  { id: 'price', title: 'Limit or stop', numeric: true, cell: ({ limitPrice, stopPrice }) => price(limitPrice ?? stopPrice) },
  {
    id: 'reason',
    title: 'Reason',
    wide: true,
    card: 'full',
    cell: ({ reason, note }) => (
      <>
        {reason}
        {note !== null && <span className="block text-xs text-muted">{note}</span>}
      </>
    ),
  },
  {
    id: 'id',
    title: 'Order id',
    card: 'none',
    cell: ({ id }) => <span className="font-mono text-2xs text-muted">{id}</span>,
  },
];

export const fillColumns: readonly Column<Fill>[] = [
  { id: 'at', title: 'Time', card: 'top', cell: ({ at }) => when(at) },
  {
    id: 'what',
    title: 'Fill',
    heads: true,
    cell: ({ purpose, side, symbol }) => (
      <>
        <span className="font-medium">{PURPOSE[purpose]}</span>{' '}
        <span className="text-muted">
          {side} {symbol}
        </span>
      </>
    ),
  },
  { id: 'price', title: 'Price', numeric: true, cell: (fill) => price(fill.price) },
  { id: 'quantity', title: 'Quantity', numeric: true, cell: ({ quantity }) => exact(quantity) },
  {
    id: 'fee',
    title: 'Fee',
    numeric: true,
    cell: ({ fee, feeAsset }) => (
      <>
        {exact(fee)} <span className="text-muted">{feeAsset}</span>
      </>
    ),
  },
  { id: 'liquidity', title: 'Liquidity', cell: ({ liquidity }) => words(liquidity) },
  {
    id: 'order',
    title: 'Order id',
    card: 'none',
    cell: ({ orderId }) => <span className="font-mono text-2xs text-muted">{orderId}</span>,
  },
];

export const alertColumns: readonly Column<Alert>[] = [
  { id: 'at', title: 'Time', card: 'top', cell: ({ at }) => when(at) },
  { id: 'severity', title: 'Severity', heads: true, cell: ({ severity }) => <SeverityMark severity={severity} /> },
  { id: 'text', title: 'What happened', wide: true, card: 'full', cell: ({ text }) => text },
  { id: 'code', title: 'Code', cell: ({ code }) => <span className="text-muted">{words(code)}</span> },
  {
    id: 'seen',
    title: 'Acknowledged',
    cell: ({ acknowledgedAt }) => (acknowledgedAt === null ? 'no' : when(acknowledgedAt)),
  },
];
