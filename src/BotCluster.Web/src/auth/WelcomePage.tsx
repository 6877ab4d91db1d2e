import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Navigate, useParams } from 'react-router';
import { api, take } from '../api/client';
import { ApiProblem, faultAt, messageOf } from '../api/problems';
import { Button, ButtonLink } from '../ui/Button';
import { Heading } from '../ui/Heading';
import { Gate } from './Gate';
import { PASSWORD_RULE, passwordFault } from './password';
import { PasswordField } from './PasswordField';

const DEAD: Record<string, string> = {
  'link-used': 'This link has been used already. If that was you, sign in; if not, tell your administrator.',
  'link-expired': 'This link has expired. Ask your administrator for another.',
  'link-unknown': 'This link is not known here. Check that the whole address was copied.',
};

/** Where a one-time link leads: its owner sets a password, and signs in with it. */
export function WelcomePage() {
  const { secret = '' } = useParams();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<{ password?: string | null; again?: string | null }>({});
  const redeem = useMutation({
    mutationFn: () => take(api.POST('/auth/links/redeem', { body: { secret, password } })),
    onError: (error) => {
      setFaults({ password: faultAt(error, 'password') });
    },
  });

  if (redeem.isSuccess) {
    // In place of the link, so that the secret does not stay in the browser's history.
    return <Navigate to="/sign-in" replace state={{ passwordSet: true }} />;
  }

  const code = redeem.error instanceof ApiProblem ? (redeem.error.code ?? '') : '';
  const dead = DEAD[code];
  if (dead !== undefined) {
    return (
      <Gate>
        <Heading title="This link does not work" className="text-2xl font-semibold tracking-tight" />
        <p role="alert">{dead}</p>
        <ButtonLink to="/sign-in" look="primary">
          Go to sign-in
        </ButtonLink>
      </Gate>
    );
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = {
      password: passwordFault(password),
      again: again === password ? null : 'The two passwords differ.',
    };
    setFaults(found);
    if (found.password === null && found.again === null && !redeem.isPending) {
      redeem.mutate();
    }
  }

  return (
    <Gate>
      <Heading title="Welcome" className="text-2xl font-semibold tracking-tight" />
      <p className="text-muted">Set the password that you will sign in with. This link works once.</p>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <PasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint={PASSWORD_RULE}
          error={faults.password ?? null}
        />
        <PasswordField
          label="The same again"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={faults.again ?? null}
        />
        {redeem.error && !faults.password && (
          <p role="alert" className="text-sm font-medium text-danger">
            {messageOf(redeem.error)}
          </p>
        )}
        <Button type="submit" look="primary" busy={redeem.isPending}>
          {redeem.isPending ? 'Setting…' : 'Set password'}
        </Button>
      </form>
    </Gate>
  );
}
