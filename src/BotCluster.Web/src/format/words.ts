import type {
  BotStatus, DecisionAction, Direction, EntryBlock, OrderPurpose, OrderStatus, OrderType, Role, Severity, Verdict,
} from '../api/schema';

export const STATUS: Record<BotStatus, string> = {
  created: 'Not started',
  running: 'Running',
  paused: 'Paused',
  stopping: 'Stopping',
  stopped: 'Stopped',
  retired: 'Retired',
};
export const BLOCK: Record<EntryBlock, string> = {
  drawdown: 'Drawdown stop',
  killed: 'Kill switch',
};
export const BLOCK_MEANING: Record<EntryBlock, string> = {
  drawdown: 'Drawdown went over its limit, so the bot takes no entries. Resuming sets a new peak.',
  killed: 'A kill switch was pulled. It must be released before the bot can resume.',
};
export const DIRECTION: Record<Direction, string> = { long: 'Long', short: 'Short' };
export const PURPOSE: Record<OrderPurpose, string> = {
  entry: 'Entry',
  exit: 'Exit',
  protectiveStop: 'Protective stop',
  takeProfit: 'Take profit',
};
export const ORDER_TYPE: Record<OrderType, string> = { market: 'Market', limit: 'Limit', stop: 'Stop' };
export const ORDER_STATUS: Record<OrderStatus, string> = {
  recorded: 'Recorded',
  unsettled: 'Unsettled',
  open: 'Open',
  partiallyFilled: 'Partly filled',
  filled: 'Filled',
  cancelled: 'Cancelled',
  expired: 'Expired',
  rejected: 'Rejected',
  notSent: 'Not sent',
};
export const ACTION: Record<DecisionAction, string> = { enter: 'Enter', close: 'Close', reduce: 'Reduce' };
export const VERDICT: Record<Verdict, string> = {
  approved: 'Approved',
  shrunk: 'Shrunk',
  refused: 'Refused',
  ignored: 'Ignored',
};
export const SEVERITY: Record<Severity, string> = { notice: 'Notice', warning: 'Warning', critical: 'Critical' };
export const ROLE: Record<Role, string> = { admin: 'Admin', trader: 'Trader', viewer: 'Viewer' };
export const ROLE_MEANING: Record<Role, string> = {
  admin: 'Trades, and looks after the client’s users and webhook',
  trader: 'Creates, changes and commands bots',
  viewer: 'Looks, and changes nothing',
};

/** protectiveStop → Protective stop; drawdown-stop → Drawdown stop. */
export function words(name: string): string {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ').toLowerCase().trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const plural = (amount: number, one: string, many = `${one}s`): string => (amount === 1 ? one : many);
