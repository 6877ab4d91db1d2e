import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { me } from '../api/queries';
import { ApiProblem } from '../api/problems';

/** A session that ended anywhere leads to the sign-in from everywhere. */
export function createQueryClient(): QueryClient {
  const signedOut = (error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401 && client.getQueryData(me.queryKey)) {
      client.setQueryData(me.queryKey, null);
    }
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal stays one however often it is asked for; only a silent server deserves patience.
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && (error.isUnreachable || (error.status ?? 0) >= 502),
      },
    },
  });
  return client;
}
