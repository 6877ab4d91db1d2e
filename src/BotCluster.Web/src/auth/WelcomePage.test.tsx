import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { open } from '../test/app';
import { refuse, server, url } from '../test/server';

const REDEEM = url('/auth/links/redeem');

async function setPassword(password: string, again = password) {
  const page = open('/welcome/s3cret');
  await page.user.type(await screen.findByLabelText('New password'), password);
  await page.user.type(screen.getByLabelText('The same again'), again);
  await page.user.click(screen.getByRole('button', { name: 'Set password' }));
  return page;
}

test('a one-time link sets a password, leads to the sign-in and leaves the address bar', async () => {
  let sent: unknown;
  server.use(
    http.post(REDEEM, async ({ request }) => {
      sent = await request.json();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { router } = await setPassword('correct horse battery');
  expect(await screen.findByText('Your password is set. Sign in with it.')).toBeInTheDocument();
  expect(sent).toEqual({ secret: 's3cret', password: 'correct horse battery' });
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(router.state.historyAction).toBe('REPLACE');
});

test.each([
  ['short', 'short', 'New password', 'Use at least 12 characters; this has 5.'],
  ['correct horse battery', 'correct horse staple', 'The same again', 'The two passwords differ.'],
])('%s and %s are refused before they are sent', async (password, again, label, message) => {
  await setPassword(password, again);
  expect(screen.getByLabelText(label)).toHaveAccessibleDescription(new RegExp(message));
});

test.each([
  [410, 'link-used', 'This link has been used already.'],
  [410, 'link-expired', 'This link has expired.'],
  [404, 'link-unknown', 'This link is not known here.'],
])('a dead link (%s %s) says so and asks for no password again', async (status, code, message) => {
  server.use(http.post(REDEEM, () => refuse(status, { code })));
  await setPassword('correct horse battery');
  expect(await screen.findByRole('alert', { name: '' })).toHaveTextContent(message);
  expect(screen.queryByLabelText('New password')).not.toBeInTheDocument();
});

test('what the server says of the password stands at the password', async () => {
  server.use(http.post(REDEEM, () => refuse(422, { code: 'invalid', errors: { password: ['Must not be your e-mail address.'] } })));
  await setPassword('ada@example.com');
  expect(await screen.findByText(/Must not be your e-mail address/)).toBeInTheDocument();
  expect(screen.getByLabelText('New password')).toBeInvalid();
});
