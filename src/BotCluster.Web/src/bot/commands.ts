import { api, take } from '../api/client';
import type { Bot } from '../api/schema';

export interface Command {
  id: string;
  title: string;
  /** What is said once it is done, after the bot's name. */
  done: string;
  dangerous?: boolean;
  /** What to think of before; where there is nothing, it is done at once. */
  question?: string;
  /** The command is recorded with a reason in words. */
  needsReason?: boolean;
  run: (bot: Bot, reason: string) => Promise<Bot>;
}

const at = (bot: Bot) => ({ params: { path: { id: bot.id } } });

const start: Command = {
  id: 'start', title: 'Start', done: 'is running',
  run: (bot) => take(api.POST('/bots/{id}/start', at(bot))),
};
const pause: Command = {
  id: 'pause', title: 'Pause', done: 'is paused: exits only',
  run: (bot) => take(api.POST('/bots/{id}/pause', at(bot))),
};
const resume: Command = {
  id: 'resume', title: 'Resume', done: 'is running again',
  run: (bot) => take(api.POST('/bots/{id}/resume', at(bot))),
};
const resumeAfterDrawdown: Command = {
  ...resume,
  question: 'The bot stopped because its drawdown went over the limit. Resuming measures drawdown from today’s equity on.',
};
const stop: Command = {
  id: 'stop', title: 'Stop', done: 'is stopping',
  run: (bot) => take(api.POST('/bots/{id}/stop', at(bot))),
};
const close: Command = {
  id: 'close', title: 'Close position', done: 'is closing its position', dangerous: true,
  question: 'Every open position of the bot is sold or bought back at the market.',
  run: (bot) => take(api.POST('/bots/{id}/close', { ...at(bot), body: {} })),
};
const cancelAll: Command = {
  id: 'cancel-all', title: 'Cancel entries', done: 'cancels its waiting entries',
  question: 'Every entry that waits to be filled is cancelled. Protective stops stay: no position is left unprotected.',
  run: (bot) => take(api.POST('/bots/{id}/cancel-all', at(bot))),
};
const retire: Command = {
  id: 'retire', title: 'Retire', done: 'is retired', dangerous: true,
  question: 'The bot is archived and never trades again. Its history is kept. This cannot be undone.',
  run: (bot) => take(api.POST('/bots/{id}/retire', at(bot))),
};
const kill: Command = {
  id: 'kill', title: 'Kill switch', done: 'is killed', dangerous: true, needsReason: true,
  question: 'All its orders are cancelled, its positions closed at the market, and it may not trade until it is released.',
  run: (bot, reason) => take(api.POST('/bots/{id}/kill', { ...at(bot), body: { reason } })),
};
const release: Command = {
  id: 'release', title: 'Release kill switch', done: 'is released',
  question: 'The bot may trade again once it is resumed.',
  run: (bot) => take(api.POST('/bots/{id}/release', at(bot))),
};

const stopAs = (bot: Bot): Command => ({
  ...stop,
  question:
    bot.settings.onStop === 'close'
      ? 'No new entries. Open positions are closed at the market, as the bot’s settings say.'
      : 'No new entries. Open positions are kept, with their protective stops, as the bot’s settings say.',
});

/** What may be asked of a bot as it now stands: the usual first, then the rest. */
export function commandsFor(bot: Bot): { usual: Command[]; more: Command[] } {
  if (bot.status === 'retired') {
    return { usual: [], more: [] };
  }

  const usual: Command[] = [];
  if (bot.block === 'killed') {
    usual.push(release);
  } else if (bot.status === 'created') {
    usual.push(start);
  } else if (bot.block === 'drawdown') {
    usual.push(resumeAfterDrawdown);
  } else if (bot.status === 'running') {
    usual.push(pause);
  } else {
    usual.push(resume);
  }
  if (bot.status === 'running' || bot.status === 'paused') {
    usual.push(stopAs(bot));
  }

  const more = [
    ...(bot.positions.length > 0 ? [close] : []),
    ...(bot.orders.some(({ purpose }) => purpose === 'entry') ? [cancelAll] : []),
    retire,
    ...(bot.block === 'killed' ? [] : [kill]),
  ];
  return { usual, more };
}
