import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import type { BotPush, Decision, Me, Position } from '../api/schema';
import { open } from '../test/app';
import { hub } from '../test/hub';
import { bot, BOT, memberAs, pageOf } from '../test/samples';
import { refuse, serve, server, signedInAs, url } from '../test/server';

const position: Position = {
  symbol: 'BTC-USDT', direction: 'long', quantity: '0.02350000', cost: '999.98', averagePrice: '42552.34', leverage: '1',
  openedAt: '2024-02-01T00:00:00Z', stop: '41488.53', target: null, price: '42600', unrealised: '-1.10', unrealisedShare: -0.0011,
};
const refused: Decision = {
  number: 9, at: '2024-02-01T00:05:00Z', symbol: 'BTC-USDT', action: 'enter', direction: 'long', confidence: 0.62, price: '42600',
  stop: '42000', target: '43200', reason: 'Breakout above 42,580', verdict: 'refused', verdictCode: 'risk-reward',
  verdictText: 'Reward is 1.00 times the risk; at least 1.3 is asked for.', orderId: null,
};

async function openBot(user: Me, change: Parameters<typeof bot>[0] = {}) {
  signedInAs(user);
  serve(`/bots/${BOT}`, bot(change));
  const page = open(`/bots/${BOT}`);
  await screen.findByRole('heading', { level: 1, name: 'Momentum BTC' });
  return page;
}

const commands = () => screen.queryByRole('group', { name: 'Commands' });

test('a viewer sees everything of a bot and can command nothing', async () => {
  serve(`/bots/${BOT}/decisions`, pageOf([refused]));
  await openBot(memberAs('viewer'), { positions: [position] });
  expect(await screen.findByText('Risk: Reward is 1.00 times the risk; at least 1.3 is asked for.')).toBeInTheDocument();
  expect(screen.getByText('0.0235')).toBeInTheDocument();
  expect(commands()).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /pause|stop|kill|close|retire|budget/i })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Change settings' })).not.toBeInTheDocument();
});

test('a trader pauses at once, with the anti-forgery value, and is told', async () => {
  document.cookie = 'bc_csrf=t0ken';
  let csrf: string | null = null;
  server.use(
    http.post(url(`/bots/${BOT}/pause`), ({ request }) => {
      csrf = request.headers.get('X-CSRF-Token');
      return HttpResponse.json(bot({ status: 'paused' }));
    }),
  );
  const { user } = await openBot(memberAs('trader'));
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(await screen.findByText('Momentum BTC is paused: exits only.')).toBeInTheDocument();
  expect(csrf).toBe('t0ken');
  expect(screen.getByRole('button', { name: 'Resume' })).toBeInTheDocument();
});

test('the kill switch asks first, and wants a reason', async () => {
  let sent: unknown;
  server.use(
    http.post(url(`/bots/${BOT}/kill`), async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(bot({ block: 'killed' }));
    }),
  );
  const { user } = await openBot(memberAs('trader'));
  await user.click(screen.getByRole('button', { name: 'Kill switch' }));
  const dialog = screen.getByRole('dialog', { name: 'Kill switch: Momentum BTC' });
  await user.click(within(dialog).getByRole('button', { name: 'Kill switch' }));
  expect(within(dialog).getByLabelText('Reason')).toHaveAccessibleDescription(/Say why/);
  expect(sent).toBeUndefined();

  await user.type(within(dialog).getByLabelText('Reason'), 'Runs wild');
  await user.click(within(dialog).getByRole('button', { name: 'Kill switch' }));
  expect(await screen.findByRole('button', { name: 'Release kill switch' })).toBeInTheDocument();
  expect(sent).toEqual({ reason: 'Runs wild' });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('a dialog gives the focus back to what opened it', async () => {
  const { user } = await openBot(memberAs('trader'));
  await user.click(screen.getByRole('button', { name: 'Retire' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Go back' }));
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Retire' })).toHaveFocus();
  });
});

test('a refusal stays in the dialog, in the server’s words', async () => {
  server.use(http.post(url(`/bots/${BOT}/retire`), () => refuse(409, { code: 'not-flat', detail: 'BTC-USDT is still open.' })));
  const { user } = await openBot(memberAs('trader'), { positions: [position] });
  await user.click(screen.getByRole('button', { name: 'Retire' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retire' }));
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('BTC-USDT is still open.');
});

test('taking out of the budget sends an exact negative amount', async () => {
  let sent: unknown;
  server.use(
    http.post(url(`/bots/${BOT}/budget`), async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(bot({ budget: '9749.90' }));
    }),
  );
  const { user } = await openBot(memberAs('trader'));
  await user.click(screen.getByRole('button', { name: 'Change budget' }));
  await user.click(screen.getByRole('radio', { name: 'Take out' }));
  await user.type(screen.getByLabelText('Amount'), '250.10');
  await user.click(screen.getByRole('button', { name: 'Take from budget' }));
  expect(await screen.findByText('The budget of Momentum BTC is 9,749.90.')).toBeInTheDocument();
  expect(sent).toEqual({ amount: '-250.10' });
});

test('what the server pushes about the bot appears, newest first', async () => {
  await openBot(memberAs('viewer'));
  await waitFor(() => {
    expect(hub.invoked).toContain(`WatchBot ${BOT}`);
  });
  await screen.findByText(/No decision yet/);
  const push: BotPush = {
    bot: bot({ equity: '12345.67', positions: [position] }), orders: [], fills: [], trades: [], decisions: [refused], alerts: [], equity: [],
  };
  act(() => {
    hub.push('bot', push);
  });
  expect(await screen.findByText('12,345.67')).toBeInTheDocument();
  expect(screen.getByText('Breakout above 42,580')).toBeInTheDocument();
  expect(screen.getByText('42,552.34')).toBeInTheDocument();
});

test('the tabs are moved through by arrows', async () => {
  const { user } = await openBot(memberAs('viewer'));
  const decisions = screen.getByRole('tab', { name: 'Decisions' });
  decisions.focus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Trades' })).toHaveFocus();
  expect(await screen.findByRole('link', { name: 'Download trades as CSV' })).toHaveAttribute('href', `/api/v1/bots/${BOT}/trades.csv`);
  await user.keyboard('{End}');
  expect(screen.getByRole('tab', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true');
});

test('a bot that is not ours is not there', async () => {
  signedInAs(memberAs('trader'));
  server.use(http.get(url('/bots/:id'), () => refuse(404, { code: 'not-found' })));
  open('/bots/00000000-0000-4000-8000-000000000666');
  expect(await screen.findByRole('heading', { name: 'No such bot' })).toBeInTheDocument();
});
