import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useRef } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import * as queries from '../api/queries';
import { cx } from '../ui/cx';
import { ConnectionBanner } from './ConnectionBanner';
import { FeedClock } from './FeedClock';
import { Icon, type IconName } from './Icon';
import { Mark } from './Mark';
import { Opening } from './Opening';
import { administersAnywhere, Session, useMe } from './session';
import { ThemeSwitch } from './ThemeSwitch';
import { useLive } from './useLive';

/** Everything behind the sign-in: who is nobody goes there first. */
export function Shell() {
  return (
    <Suspense fallback={<Opening />}>
      <Guard />
    </Suspense>
  );
}

function Guard() {
  const { data } = useSuspenseQuery(queries.me);
  const location = useLocation();
  return data === null ? (
    <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />
  ) : (
    <Session value={data}>
      <Frame />
    </Session>
  );
}

function Frame() {
  useLive();
  const main = useRef<HTMLElement>(null);
  return (
    <div className="flex min-h-dvh flex-col pb-16 md:pb-0">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
        onClick={(event) => {
          // The address's # belongs to the routes.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex h-12 max-w-[110rem] items-center gap-4 px-4 lg:px-6">
          <NavLink to="/" className="flex items-center gap-2 text-base font-semibold tracking-tight">
            <Mark className="size-5" />
            BotCluster
          </NavLink>
          <Navigation />
          <div className="ml-auto flex items-center gap-3">
            <FeedClock />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <ConnectionBanner />
      <main ref={main} id="main" tabIndex={-1} className="mx-auto w-full max-w-[110rem] flex-1 px-4 py-5 lg:px-6">
        <Outlet />
      </main>
      <footer className="mx-auto w-full max-w-[110rem] px-4 py-4 text-xs text-muted lg:px-6">
        All times in UTC. Candle charts by{' '}
        <a className="link" href="https://www.tradingview.com/" rel="noreferrer" target="_blank">
          TradingView Lightweight Charts
        </a>
        .
      </footer>
      <ScrollRestoration />
    </div>
  );
}

function Navigation() {
  const user = useMe();
  const places: { to: string; name: string; icon: IconName }[] = [
    { to: '/', name: 'Fleet', icon: 'fleet' },
    { to: '/alerts', name: 'Alerts', icon: 'alerts' },
    ...(administersAnywhere(user) ? [{ to: '/clients', name: 'Clients', icon: 'clients' } as const] : []),
    { to: '/account', name: 'Account', icon: 'account' },
  ];
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex justify-around border-t border-line bg-surface md:static md:justify-start md:gap-1 md:border-0"
    >
      {places.map(({ to, name, icon }) => (
        <NavLink
          key={to}
          to={to}
          end={to === '/'}
          className={({ isActive }) =>
            cx(
              'flex min-w-16 flex-col items-center gap-0.5 px-2 py-2 text-xs font-medium md:h-12 md:min-w-0 md:flex-row md:py-0 md:text-sm',
              'border-t-2 outline-offset-[-3px] md:border-t-0 md:border-b-2 md:px-2.5',
              isActive ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
            )
          }
        >
          <Icon name={icon} className="size-5 md:hidden" />
          <span>
            {name}
            {to === '/alerts' && <Unacknowledged />}
          </span>
        </NavLink>
      ))}
    </nav>
  );
}

function Unacknowledged() {
  const { data } = useQuery(queries.alerts({ unacknowledged: true, limit: 100 }));
  if (!data || data.items.length === 0) {
    return null;
  }

  const number = data.next === null ? String(data.items.length) : '100+';
  return (
    <span className="ml-1.5 rounded-full bg-warn-soft px-1.5 py-px text-2xs font-semibold text-warn">
      {number}
      <span className="sr-only"> to look at</span>
    </span>
  );
}
