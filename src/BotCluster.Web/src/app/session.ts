import { useSuspenseQuery } from '@tanstack/react-query';
import { me } from '../api/queries';
import type { Me, Role } from '../api/schema';

const RANK: Record<Role, number> = { viewer: 1, trader: 2, admin: 3 };

/** Who is signed in. Only for what is shown behind the sign-in. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(me);
  if (data === null) {
    throw new Error('Nobody is signed in.');
  }

  return data;
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
