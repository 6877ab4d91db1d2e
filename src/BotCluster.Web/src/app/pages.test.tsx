import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import type { User } from '../api/schema';
import { open } from '../test/app';
import { admin, alert, client, CLIENT, memberAs, pageOf } from '../test/samples';
import { refuse, serve, server, signedInAs, url } from '../test/server';

describe('alerts', () => {
  test('those not yet looked at are shown first, and one is acknowledged', async () => {
    let open_ = [alert];
    const asked: string[] = [];
    server.use(
      http.get(url('/alerts'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(pageOf(open_));
      }),
      http.post(url(`/alerts/${alert.botId}/${alert.number}/acknowledge`), () => {
        open_ = [];
        return new HttpResponse(null, { status: 204 });
      }),
    );
    signedInAs(memberAs('trader'));
    const { user } = open('/alerts');
    await user.click(await screen.findByRole('button', { name: 'Acknowledge the alert of Momentum BTC' }));
    expect(await screen.findByText('Nothing to look at.')).toBeInTheDocument();
    expect(asked).toContain('?limit=50&unacknowledged=true');
    await user.selectOptions(screen.getByLabelText('Severity'), 'critical');
    await waitFor(() => {
      expect(asked).toContain('?limit=50&severity=critical&unacknowledged=true');
    });
  });

  test('a viewer reads them and acknowledges none', async () => {
    serve('/alerts', pageOf([alert]));
    signedInAs(memberAs('viewer'));
    open('/alerts');
    expect(await screen.findByText(/Drawdown is 16.3 %/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Acknowledge/ })).not.toBeInTheDocument();
  });
});

describe('clients', () => {
  const grace: User = {
    id: 'u9', email: 'grace@example.com', displayName: 'Grace', role: 'viewer', createdAt: '2024-02-01T00:00:00Z', hasPassword: false,
  };

  test('a new user’s one-time link is shown whole', async () => {
    let sent: unknown;
    serve('/clients/:id/users', pageOf([]));
    server.use(
      http.post(url(`/clients/${CLIENT}/users`), async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ user: grace, link: '/#/welcome/abc', linkExpiresAt: '2024-02-03T00:00:00Z' }, { status: 201 });
      }),
    );
    signedInAs(memberAs('admin'));
    const { user } = open(`/clients/${CLIENT}`);
    await user.click(await screen.findByRole('button', { name: 'Add user' }));
    const dialog = screen.getByRole('dialog');
    await user.type(within(dialog).getByLabelText('E-mail'), 'grace@example.com');
    await user.type(within(dialog).getByLabelText('Name'), 'Grace');
    await user.click(within(dialog).getByRole('button', { name: 'Add user' }));
    expect(await screen.findByText('http://localhost/#/welcome/abc')).toBeInTheDocument();
    expect(sent).toEqual({ email: 'grace@example.com', displayName: 'Grace', role: 'viewer' });
  });

  test('a webhook’s secret is shown when it is made, and a bad address stands at the field', async () => {
    serve('/clients/:id/users', pageOf([grace]));
    server.use(
      http.put(url(`/clients/${CLIENT}/webhook`), () => refuse(422, { code: 'invalid', errors: { url: ['Must be https.'] } }), { once: true }),
      http.put(url(`/clients/${CLIENT}/webhook`), () => HttpResponse.json({ url: 'https://a.example', secret: 'whsec_1' })),
    );
    signedInAs(admin);
    const { user } = open(`/clients/${CLIENT}`);
    await user.type(await screen.findByLabelText('Address'), 'http://a.example');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Must be https/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('whsec_1')).toBeInTheDocument();
  });

  test('killing a client says how many bots confirmed and how many did not', async () => {
    serve('/clients/:id/users', pageOf([]));
    server.use(http.post(url(`/clients/${CLIENT}/kill`), () => HttpResponse.json({ confirmed: 11, unconfirmed: ['b7'] })));
    signedInAs(memberAs('admin'));
    const { user } = open(`/clients/${CLIENT}`);
    await user.click(await screen.findByRole('button', { name: 'Kill all bots of Northwind' }));
    serve('/clients', pageOf([{ ...client, isKilled: true }]));
    await user.type(screen.getByLabelText('Reason'), 'Market closed');
    await user.click(screen.getByRole('button', { name: 'Kill' }));
    expect(await screen.findByText(/Confirmed by 11 bots, not yet by 1/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Release' })).toBeInTheDocument();
  });

  test('a trader does not find them, by link or by address', async () => {
    signedInAs(memberAs('trader'));
    open(`/clients/${CLIENT}`);
    expect(await screen.findByRole('heading', { name: 'No such client' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Clients' })).not.toBeInTheDocument();
  });
});

describe('account', () => {
  test('a wrong current password stands at its field', async () => {
    server.use(
      http.post(url('/auth/password'), () => refuse(422, { code: 'invalid', errors: { currentPassword: ['Is not your current password.'] } })),
    );
    signedInAs(memberAs('viewer'));
    const { user } = open('/account');
    await user.type(await screen.findByLabelText('Current password'), 'wrong');
    await user.type(screen.getByLabelText('New password'), 'correct horse battery');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText(/Is not your current password/)).toBeInTheDocument();
  });

  test('signing out ends at the sign-in', async () => {
    server.use(http.post(url('/auth/page/sign-out'), () => new HttpResponse(null, { status: 204 })));
    signedInAs(memberAs('viewer'));
    const { user } = open('/account');
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeInTheDocument();
  });
});

test('an unknown address says so, under its own title, and the focus goes there when one comes from elsewhere', async () => {
  signedInAs(admin);
  const { router } = open('/');
  await screen.findByRole('heading', { level: 1, name: 'Fleet' });
  await router.navigate('/nowhere');
  const heading = await screen.findByRole('heading', { level: 1, name: 'No such page' });
  expect(heading).toHaveFocus();
  expect(document.title).toBe('No such page · BotCluster');
});
