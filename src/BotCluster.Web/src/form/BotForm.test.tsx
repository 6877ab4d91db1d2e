import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { open } from '../test/app';
import { admin, bot, BOT, memberAs, settings } from '../test/samples';
import { refuse, serve, server, signedInAs, url } from '../test/server';

async function openNew() {
  signedInAs(admin);
  const page = open('/bots/new');
  await screen.findByLabelText('Name');
  return page;
}

test('faults stand at their fields, are listed above, and nothing is sent', async () => {
  const { user } = await openNew();
  await user.clear(screen.getByLabelText('Fast'));
  await user.type(screen.getByLabelText('Fast'), '900');
  await user.click(screen.getByRole('button', { name: 'Create and start' }));
  expect(screen.getByText('Nothing was saved.')).toBeInTheDocument();
  expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/Give the bot a name/);
  expect(screen.getByLabelText('Fast')).toHaveAccessibleDescription(/Must be from 1 to 400/);
  await user.click(screen.getByRole('button', { name: /Mode, Fast/ }));
  expect(screen.getByLabelText('Fast')).toHaveFocus();
});

test('a bot is created as typed, once, and opened', async () => {
  const keys: (string | null)[] = [];
  let sent: unknown;
  server.use(
    http.post(url('/bots'), async ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      if (keys.length === 1) {
        return HttpResponse.error();
      }
      sent = await request.json();
      return HttpResponse.json(bot(), { status: 201 });
    }),
  );
  const { router, user } = await openNew();
  await user.type(screen.getByLabelText('Name'), 'Momentum BTC');
  await user.click(screen.getByRole('checkbox', { name: 'BTC-USDT' }));
  await user.clear(screen.getByLabelText('Budget'));
  await user.type(screen.getByLabelText('Budget'), '2500.50');
  await user.click(screen.getByRole('button', { name: 'Create and start' }));
  expect(await screen.findByText('The server cannot be reached. Check the connection and try again.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Create and start' }));
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/bots/${BOT}`);
  });
  expect(sent).toMatchObject({
    start: true,
    settings: {
      name: 'Momentum BTC', symbols: ['BTC-USDT'], budget: '2500.50', timeframe: '1h', cadence: '00:03:00', venue: 'paper',
      mode: { kind: 'crossover', average: 'ema', fast: 20, slow: 50, alwaysInMarket: false, stop: null },
      sizing: { kind: 'fixedFraction', share: '0.10' },
      risk: { maximumDrawdown: '0.20', stopGuardPause: '12:00:00' },
    },
  });
  // The first answer was lost: the same key, so that the server can tell that it is the same bot.
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('the server’s errors stand at their fields, also where the section was closed', async () => {
  server.use(
    http.put(url(`/bots/${BOT}/settings`), () =>
      refuse(422, {
        code: 'invalid-settings',
        detail: 'Some settings are not allowed.',
        errors: { 'mode.fast': ['must be below slow, which is 50, not 20.'], 'risk.maximumDrawdown': ['is above 0.5.'] },
      }),
    ),
  );
  signedInAs(memberAs('trader'));
  const { user } = open(`/bots/${BOT}/settings`);
  await user.click(await screen.findByRole('button', { name: 'Save settings' }));
  await waitFor(() => {
    expect(screen.getByLabelText('Fast')).toHaveAccessibleDescription(/Must be below slow, which is 50, not 20\./);
  });
  expect(screen.getByLabelText('Maximum drawdown')).toBeInvalid();
  expect(screen.getByLabelText('Maximum drawdown').closest('details')).toHaveAttribute('open');
});

test('a conflict without a field is said above the form', async () => {
  server.use(
    http.put(url(`/bots/${BOT}/settings`), () => refuse(409, { code: 'would-orphan-position', detail: 'BTC-USDT is open.' })),
  );
  signedInAs(memberAs('trader'));
  const { user } = open(`/bots/${BOT}/settings`);
  await user.click(await screen.findByRole('button', { name: 'Save settings' }));
  expect(await screen.findByText('BTC-USDT is open.')).toBeInTheDocument();
});

test('changing one thing sends the whole settings with that one thing changed', async () => {
  let sent: unknown;
  server.use(
    http.put(url(`/bots/${BOT}/settings`), async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(bot());
    }),
  );
  serve(`/bots/${BOT}`, bot());
  signedInAs(memberAs('trader'));
  const { user } = open(`/bots/${BOT}/settings`);
  await user.clear(await screen.findByLabelText('Slow'));
  await user.type(screen.getByLabelText('Slow'), '60');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  expect(await screen.findByText('The settings of Momentum BTC are saved.')).toBeInTheDocument();
  expect(sent).toEqual({
    ...settings,
    mode: { ...settings.mode, slow: 60, alwaysInMarket: false, stop: null },
    risk: { ...settings.risk, stopGuardPause: '12:00:00' },
  });
});

test('a viewer has no form', async () => {
  signedInAs(memberAs('viewer'));
  open('/bots/new');
  expect(await screen.findByRole('heading', { name: 'No such page' })).toBeInTheDocument();
});

test('a viewer cannot change a bot by its address either', async () => {
  signedInAs(memberAs('viewer'));
  open(`/bots/${BOT}/settings`);
  expect(await screen.findByRole('heading', { name: 'No such bot' })).toBeInTheDocument();
});
