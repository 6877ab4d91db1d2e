import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { open } from '../test/app';
import { admin } from '../test/samples';
import { refuse, server, signedInAs, url } from '../test/server';

const SIGN_IN = url('/auth/page/sign-in');

async function attempt(password = 'correct horse battery') {
  const page = open('/alerts');
  await page.user.type(await screen.findByLabelText('E-mail'), ' ada@example.com ');
  await page.user.type(screen.getByLabelText('Password'), password);
  await page.user.click(screen.getByRole('button', { name: 'Sign in' }));
  return page;
}

test('who is not signed in is led to the sign-in, and from there to where they wanted to go', async () => {
  let sent: unknown;
  server.use(
    http.post(SIGN_IN, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ user: admin });
    }),
  );
  const { router } = await attempt();
  expect(await screen.findByRole('heading', { level: 1, name: 'Alerts' })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/alerts');
  expect(sent).toEqual({ email: 'ada@example.com', password: 'correct horse battery' });
});

test('nothing is sent while something is missing', async () => {
  const { user } = open('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(/Enter your e-mail address/);
  expect(screen.getByLabelText('Password')).toBeInvalid();
});

test('a wrong password says neither which of the two was wrong nor anything technical', async () => {
  server.use(http.post(SIGN_IN, () => refuse(401, { code: 'invalid-credentials', detail: 'No such user ada' })));
  await attempt();
  expect(await screen.findByRole('alert', { name: '' })).toHaveTextContent('That e-mail address and password do not belong together.');
  expect(screen.getByLabelText('Password')).toHaveValue('correct horse battery');
});

test('too many attempts say how long to wait', async () => {
  server.use(http.post(SIGN_IN, () => refuse(429, { code: 'too-many-attempts' }, { 'Retry-After': '42' })));
  await attempt();
  expect(await screen.findByRole('alert', { name: '' })).toHaveTextContent('Too many attempts. Wait 42 s, then try again.');
});

test('a silent server is told from a refusal', async () => {
  server.use(http.post(SIGN_IN, () => HttpResponse.error()));
  await attempt();
  expect(await screen.findByRole('alert', { name: '' })).toHaveTextContent('The server cannot be reached.');
});

test('who is signed in already is not asked again', async () => {
  signedInAs(admin);
  open('/sign-in');
  expect(await screen.findByRole('heading', { level: 1, name: 'Fleet' })).toBeInTheDocument();
});

test('a session that ends meanwhile leads back to the sign-in', async () => {
  signedInAs(admin);
  const { user } = open('/');
  await screen.findByRole('heading', { level: 1, name: 'Fleet' });
  server.use(http.get(url('/alerts'), () => refuse(401, { code: 'session-ended' })));
  await user.click(screen.getByRole('link', { name: /^Alerts/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeInTheDocument();
});
