import type { HubConnection } from '@microsoft/signalr';
import { API_ROOT, csrfToken } from './client';
import type { Alert, BotPush, BotSummary, Fleet } from './schema';

export type LiveState = 'off' | 'connecting' | 'connected' | 'lost';

export interface LiveListener {
  fleet?: (fleet: Fleet) => void;
  bots?: (bots: BotSummary[]) => void;
  bot?: (push: BotPush) => void;
  alert?: (alert: Alert) => void;
  /** The connection is back after a gap: whatever was shown may be stale. */
  resumed?: () => void;
}

const DELAYS = [1, 2, 4, 8, 15];

/** The one live connection of the page: kept up, said out loud when it is down, and told again what to watch. */
export class Live {
  #hub: HubConnection | null = null;
  #state: LiveState = 'off';
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;
  readonly #watched = new Map<string, number>();
  readonly #listeners = new Set<LiveListener>();
  readonly #observers = new Set<() => void>();

  readonly state = (): LiveState => this.#state;

  readonly observe = (observer: () => void): (() => void) => {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  };

  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#state === 'off') {
      this.#become('connecting');
      void this.#connect();
    }
  }

  stop(): void {
    this.#generation++;
    clearTimeout(this.#timer);
    const hub = this.#hub;
    this.#hub = null;
    this.#failures = 0;
    this.#become('off');
    void hub?.stop();
  }

  retryNow(): void {
    if (this.#state === 'lost') {
      clearTimeout(this.#timer);
      void this.#connect();
    }
  }

  /** Asks for a bot's own events until the answer is called. */
  watch(botId: string): () => void {
    const watchers = this.#watched.get(botId) ?? 0;
    this.#watched.set(botId, watchers + 1);
    if (watchers === 0) {
      this.#send('WatchBot', botId);
    }

    return () => {
      const left = (this.#watched.get(botId) ?? 1) - 1;
      if (left > 0) {
        this.#watched.set(botId, left);
      } else {
        this.#watched.delete(botId);
        this.#send('UnwatchBot', botId);
      }
    };
  }

  async #connect(): Promise<void> {
    const generation = ++this.#generation;
    const resumed = this.#failures > 0;
    try {
      const hub = await this.#open();
      if (generation !== this.#generation) {
        await hub.stop();
        return;
      }

      this.#hub = hub;
      this.#failures = 0;
      hub.onclose(() => {
        this.#dropped(generation);
      });
      this.#send('WatchFleet');
      for (const botId of this.#watched.keys()) {
        this.#send('WatchBot', botId);
      }

      this.#become('connected');
      if (resumed) {
        this.#tell((listener) => listener.resumed?.());
      }
    } catch {
      this.#dropped(generation);
    }
  }

  async #open(): Promise<HubConnection> {
    const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
    const token = csrfToken();
    const hub = new HubConnectionBuilder()
      .withUrl(`${API_ROOT}/live`, token === null ? {} : { headers: { 'X-CSRF-Token': token } })
      .configureLogging(LogLevel.None)
      .build();
    hub.on('fleet', (fleet: Fleet) => {
      this.#tell((listener) => listener.fleet?.(fleet));
    });
    hub.on('bots', (bots: BotSummary[]) => {
      this.#tell((listener) => listener.bots?.(bots));
    });
    hub.on('bot', (push: BotPush) => {
      this.#tell((listener) => listener.bot?.(push));
    });
    hub.on('alert', (alert: Alert) => {
      this.#tell((listener) => listener.alert?.(alert));
    });
    await hub.start();
    return hub;
  }

  #dropped(generation: number): void {
    if (generation !== this.#generation) {
      return;
    }

    this.#hub = null;
    const delay = DELAYS[Math.min(this.#failures, DELAYS.length - 1)] ?? 15;
    this.#failures++;
    this.#become('lost');
    this.#timer = setTimeout(() => void this.#connect(), delay * 1000);
  }

  #send(method: string, ...args: string[]): void {
    // Where the connection drops meanwhile, the next one asks for everything again.
    this.#hub?.invoke(method, ...args).catch(() => undefined);
  }

  #tell(tell: (listener: LiveListener) => void): void {
    this.#listeners.forEach(tell);
  }

  #become(state: LiveState): void {
    if (this.#state !== state) {
      this.#state = state;
      this.#observers.forEach((observer) => {
        observer();
      });
    }
  }
}

export const live = new Live();
