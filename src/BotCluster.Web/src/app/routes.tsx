import type { RouteObject } from 'react-router';
import { SignInPage } from '../auth/SignInPage';
import { NotFoundPage } from './NotFoundPage';
import { Crash, Opening } from './Opening';
import { Shell } from './Shell';

// The address lives behind the #, so that any server that hands out index.html will do, and so that the secret of a
// one-time link never reaches one.
export const routes: RouteObject[] = [
  {
    errorElement: <Crash />,
    HydrateFallback: Opening,
    children: [
      { path: '/sign-in', Component: SignInPage },
      { path: '/welcome/:secret', lazy: async () => ({ Component: (await import('../auth/WelcomePage')).WelcomePage }) },
      {
        path: '/',
        Component: Shell,
        children: [
          {
            errorElement: <Crash within="div" />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('../fleet/FleetPage')).FleetPage }) },
              { path: 'bots/new', lazy: async () => ({ Component: (await import('../form/NewBotPage')).NewBotPage }) },
              { path: 'bots/:id', lazy: async () => ({ Component: (await import('../bot/BotPage')).BotPage }) },
              {
                path: 'bots/:id/settings',
                lazy: async () => ({ Component: (await import('../form/ChangeBotPage')).ChangeBotPage }),
              },
              { path: 'alerts', lazy: async () => ({ Component: (await import('../alerts/AlertsPage')).AlertsPage }) },
              { path: 'clients', lazy: async () => ({ Component: (await import('../clients/ClientsPage')).ClientsPage }) },
              { path: 'clients/:id', lazy: async () => ({ Component: (await import('../clients/ClientPage')).ClientPage }) },
              { path: 'account', lazy: async () => ({ Component: (await import('../account/AccountPage')).AccountPage }) },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
];
