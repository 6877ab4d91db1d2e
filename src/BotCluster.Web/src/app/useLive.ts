import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { live, type LiveState } from '../api/live';
import { applyBotPush, mergeBots } from '../api/merge';
import * as queries from '../api/queries';
import type { BotSummary, Page } from '../api/schema';
import { say } from '../ui/toasts';

export const useLiveState = (): LiveState => useSyncExternalStore(live.observe, live.state);

/** Keeps what is shown in step with what the server pushes, for as long as somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const silence = live.listen({
      fleet: (fleet) => {
        client.setQueryData(queries.fleet.queryKey, fleet);
      },
      bots: (changed) => {
        client.setQueriesData<Page<BotSummary>>({ queryKey: ['bots'] }, (page) => page && mergeBots(page, changed));
      },
      bot: (push) => {
        applyBotPush(client, push);
      },
      alert: (alert) => {
        void client.invalidateQueries({ queryKey: ['alerts'] });
        if (alert.severity === 'critical') {
          say('failed', `${alert.botName}: ${alert.text}`);
        }
      },
      resumed: () => {
        void client.invalidateQueries();
      },
    });
    live.start();
    return () => {
      silence();
      live.stop();
    };
  }, [client]);
}
