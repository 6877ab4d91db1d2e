import type { QueryClient } from '@tanstack/react-query';
import type { Alert, Bot, BotPush, BotSummary, EquityPoint, Page } from './schema';

/** A page of bots with what was pushed laid over it. Rows keep their places: nothing jumps under the pointer. */
export function mergeBots(page: Page<BotSummary>, changed: readonly BotSummary[]): Page<BotSummary> {
  const byId = new Map(changed.map((bot) => [bot.id, bot]));
  if (!page.items.some((bot) => byId.has(bot.id))) {
    return page;
  }

  return {
    ...page,
    items: page.items.map((bot) => {
      const change = byId.get(bot.id);
      return change ? { ...bot, ...change, spark: sparkNow(change.spark ?? bot.spark, change.equity) } : bot;
    }),
  };
}

/** Pushes carry no spark line; its last point is "now", so that one follows the equity. */
function sparkNow(spark: number[] | null | undefined, equity: string): number[] {
  return spark && spark.length > 0 ? [...spark.slice(0, -1), Number(equity)] : [];
}

/** New items in front; known ones changed where they stand. */
export function mergeNewest<T>(known: readonly T[], fresh: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map(fresh.map((item) => [key(item), item]));
  const kept = known.map((item) => {
    const changed = byKey.get(key(item));
    byKey.delete(key(item));
    return changed ?? item;
  });
  return [...byKey.values(), ...kept];
}

/** Points in the order of time, each instant once. */
export function appendPoints(known: readonly EquityPoint[], fresh: readonly EquityPoint[]): EquityPoint[] {
  const last = known.at(-1)?.at ?? '';
  return [...known, ...fresh.filter((point) => point.at > last).sort((a, b) => a.at.localeCompare(b.at))];
}

const newestFirst = (left: { at: string }, right: { at: string }) => right.at.localeCompare(left.at);

/** Lays a bot's pushed events over everything that is shown of it. */
export function applyBotPush(client: QueryClient, push: BotPush): void {
  const id = push.bot.id;
  client.setQueryData<Bot>(['bot', id], (known) => ({ ...push.bot, spark: push.bot.spark ?? known?.spark ?? [] }));
  client.setQueryData<Page<EquityPoint>>(['bot', id, 'equity'], (page) =>
    page && push.equity.length > 0 ? { ...page, items: appendPoints(page.items, push.equity) } : page,
  );

  const lay = <T>(kind: string, fresh: T[], key: (item: T) => string, order: (a: T, b: T) => number) => {
    if (fresh.length > 0) {
      const newest = [...fresh].sort(order);
      const update = (page: Page<T> | undefined) => page && { ...page, items: mergeNewest(page.items, newest, key) };
      client.setQueryData<Page<T>>(['bot', id, kind, null], update);
      client.setQueryData<Page<T>>(['bot', id, `chart-${kind}`], update);
    }
  };
  lay('orders', push.orders, (order) => order.id, (a, b) => b.recordedAt.localeCompare(a.recordedAt));
  lay('fills', push.fills, (fill) => `${fill.orderId}/${fill.tradeId}`, newestFirst);
  lay('trades', push.trades, (trade) => String(trade.number), (a, b) => b.number - a.number);
  lay('decisions', push.decisions, (decision) => String(decision.number), (a, b) => b.number - a.number);
  lay('alerts', push.alerts, alertKey, newestFirst);
}

export const alertKey = (alert: Alert): string => `${alert.botId}/${alert.number}`;
