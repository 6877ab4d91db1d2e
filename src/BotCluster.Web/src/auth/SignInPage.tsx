import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api, take } from '../api/client';
import { ApiProblem, messageOf } from '../api/problems';
import * as queries from '../api/queries';
import { duration } from '../format/numbers';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Heading } from '../ui/Heading';
import { Gate } from './Gate';
import { PasswordField } from './PasswordField';

interface Arrival {
  from?: string;
  passwordSet?: boolean;
}

export function SignInPage() {
  const arrival = (useLocation().state ?? {}) as Arrival;
  const client = useQueryClient();
  const session = useQuery(queries.me);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState({ email: false, password: false });
  const signIn = useMutation({
    mutationFn: () => take(api.POST('/auth/page/sign-in', { body: { email: email.trim(), password } })),
    onSuccess: ({ user }) => {
      client.setQueryData(queries.me.queryKey, user);
    },
  });

  if (session.data) {
    return <Navigate to={arrival.from ?? '/'} replace />;
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const gaps = { email: email.trim() === '', password: password === '' };
    setMissing(gaps);
    if (!gaps.email && !gaps.password && !signIn.isPending) {
      signIn.mutate();
    }
  }

  return (
    <Gate>
      <Heading title="Sign in" className="text-2xl font-semibold tracking-tight" />
      {arrival.passwordSet && <p role="status">Your password is set. Sign in with it.</p>}
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="E-mail" error={missing.email ? 'Enter your e-mail address.' : null}>
          {(control) => (
            <input
              {...control}
              type="email"
              className="control"
              value={email}
              autoComplete="username"
              required
              onChange={(event) => {
                setEmail(event.target.value);
              }}
            />
          )}
        </Field>
        <PasswordField
          label="Password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={missing.password ? 'Enter your password.' : null}
        />
        {signIn.error && (
          <p role="alert" className="rounded-md border border-danger bg-loss-soft px-3 py-2 text-sm">
            {refusal(signIn.error)}
          </p>
        )}
        <Button type="submit" look="primary" busy={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
      <p className="text-sm text-muted">
        No password yet, or forgotten? An administrator can send you a one-time link; on a first start, <code>./run</code> prints
        one, and <code>./run --reset-admin</code> prints another.
      </p>
    </Gate>
  );
}

function refusal(error: unknown): string {
  if (error instanceof ApiProblem && error.status === 401) {
    return 'That e-mail address and password do not belong together.';
  }

  if (error instanceof ApiProblem && error.status === 429) {
    const wait = error.retryAfter === null ? 'a minute' : duration(error.retryAfter);
    return `Too many attempts. Wait ${wait}, then try again.`;
  }

  return messageOf(error);
}
