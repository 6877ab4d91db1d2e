import { createContext, use } from 'react';
import type { Me, Role } from '../api/schema';

const RANK: Record<Role, number> = { viewer: 1, trader: 2, admin: 3 };

/** Handed down by what guards the pages, so that a session's end takes them away before any of them notices. */
export const Session = createContext<Me | null>(null);

/** Who is signed in. Only for what is shown behind the sign-in. */
export function useMe(): Me {
  const user = use(Session);
  if (user === null) {
    throw new Error('Nobody is signed in.');
  }

  return user;
}

const holds = (user: Me, clientId: string, least: Role): boolean =>
  user.isPlatformAdmin ||
  user.memberships.some(({ tenantId, role }) => tenantId === clientId && RANK[role] >= RANK[least]);

/** Whether the user may create, change and command a client's bots. */
export const canTrade = (user: Me, clientId: string): boolean => holds(user, clientId, 'trader');

/** Whether the user looks after a client's users and webhook. */
export const canAdminister = (user: Me, clientId: string): boolean => holds(user, clientId, 'admin');

export const tradesAnywhere = (user: Me): boolean =>
  user.isPlatformAdmin || user.memberships.some(({ role }) => RANK[role] >= RANK.trader);

export const administersAnywhere = (user: Me): boolean =>
  user.isPlatformAdmin || user.memberships.some(({ role }) => role === 'admin');
