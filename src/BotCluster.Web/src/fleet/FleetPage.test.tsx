import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { open } from '../test/app';
import { hub } from '../test/hub';
import { admin, fleet, memberAs, pageOf, pushed, summary } from '../test/samples';
import { refuse, serve, server, signedInAs, url } from '../test/server';

/** Answers the list of bots and remembers what was asked for. */
function listen(answer: (query: URLSearchParams) => unknown): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get(url('/bots'), ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return HttpResponse.json(answer(query) as object);
    }),
  );
  return asked;
}

const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr') as HTMLElement;

test('figures are exact and move when the server pushes', async () => {
  signedInAs(admin);
  serve('/bots', pageOf([summary(), summary({ id: 'b2', name: 'Breakout ETH', equity: '500' })]));
  open('/');
  expect(within(await row('Momentum BTC')).getByText('10,012.50')).toBeInTheDocument();
  await waitFor(() => {
    expect(hub.invoked).toContain('WatchFleet');
  });

  const changed = pushed({ equity: '9950.005', profit: '-49.995', status: 'paused' });
  act(() => {
    hub.push('fleet', fleet({ equity: '9950.005' }));
    hub.push('bots', [changed]);
  });
  const bot = await row('Momentum BTC');
  expect(await within(bot).findByText('9,950.01')).toBeInTheDocument();
  expect(within(bot).getByText('−50.00')).toBeInTheDocument();
  expect(within(bot).getByText('Paused')).toBeInTheDocument();
  expect(within(await row('Breakout ETH')).getByText('500.00')).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: 'Totals' })).getByText('9,950.01')).toBeInTheDocument();
});

test('filters and sorting are the server’s, and stand in the address', async () => {
  signedInAs(admin);
  const asked = listen(() => pageOf([summary()]));
  const { router, user } = open('/?status=paused');
  await row('Momentum BTC');
  await user.selectOptions(screen.getByLabelText('Mode'), 'crossover');
  await user.type(screen.getByLabelText('Search by name'), 'mom');
  await waitFor(() => {
    expect(router.state.location.search).toBe('?status=paused&mode=crossover&search=mom');
  });
  await user.click(screen.getByRole('button', { name: 'Profit' }));
  await waitFor(() => {
    expect(Object.fromEntries(asked.at(-1) ?? [])).toEqual({
      status: 'paused', mode: 'crossover', search: 'mom', sort: '-profit', limit: '50',
    });
  });
  expect(screen.getByRole('columnheader', { name: /Profit/ })).toHaveAttribute('aria-sort', 'descending');
});

test('pages follow the server’s cursors, there and back, and start over with another filter', async () => {
  signedInAs(admin);
  const asked = listen((query) =>
    query.get('cursor') === 'c2' ? pageOf([summary({ id: 'z', name: 'Last one' })]) : pageOf([summary()], 'c2'),
  );
  const { user } = open('/');
  await row('Momentum BTC');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await row('Last one')).toBeInTheDocument();
  expect(screen.getByText('Page 2')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Previous' }));
  expect(await row('Momentum BTC')).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Next' }));
  await row('Last one');
  await user.selectOptions(screen.getByLabelText('Symbol'), 'ETH-USDT');
  await waitFor(() => {
    expect(asked.at(-1)?.get('symbol')).toBe('ETH-USDT');
  });
  expect(asked.at(-1)?.get('cursor')).toBeNull();
});

test('an empty fleet and an empty filter are told apart', async () => {
  signedInAs(admin);
  serve('/bots', pageOf([]));
  const { user } = open('/?search=zzz');
  expect(await screen.findByText('No bot fits this filter.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
  expect(await screen.findByText('There are no bots yet.')).toBeInTheDocument();
});

test('what fails to load says why, names its reference, and can be tried again', async () => {
  signedInAs(admin);
  server.use(http.get(url('/bots'), () => refuse(500, { detail: 'The ledger does not answer.', correlationId: 'c-1' }), { once: true }));
  const { user } = open('/');
  const failure = await screen.findByRole('alert', { name: '' });
  expect(failure).toBeInTheDocument();
  expect(await screen.findByText('The ledger does not answer.')).toBeInTheDocument();
  expect(screen.getByText('Reference c-1')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await row('Momentum BTC')).toBeInTheDocument();
});

test('a viewer sees the fleet and no action', async () => {
  signedInAs(memberAs('viewer'));
  open('/');
  await row('Momentum BTC');
  expect(screen.queryByRole('link', { name: 'New bot' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Clients' })).not.toBeInTheDocument();
});

test('a lost connection is said out loud, and can be mended by hand', async () => {
  signedInAs(admin);
  const { user } = open('/');
  await row('Momentum BTC');
  await waitFor(() => {
    expect(hub.invoked).toContain('WatchFleet');
  });
  act(() => {
    hub.drop();
  });
  expect(await screen.findByText('Connection lost.')).toBeInTheDocument();

  hub.reachable = true;
  serve('/fleet', fleet({ equity: '77777' }));
  await user.click(screen.getByRole('button', { name: 'Reconnect now' }));
  await waitFor(() => {
    expect(screen.queryByText('Connection lost.')).not.toBeInTheDocument();
  });
  expect(await screen.findByText('77,777.00')).toBeInTheDocument();
});
