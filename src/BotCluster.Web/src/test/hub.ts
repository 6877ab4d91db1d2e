// Stands in for the SignalR client: a connection whose server is the test.

type Handler = (...args: never[]) => void;

class Hub {
  handlers = new Map<string, Handler>();
  invoked: string[] = [];
  reachable = true;
  #closed: (() => void) | undefined;

  reset(): void {
    this.handlers.clear();
    this.invoked = [];
    this.reachable = true;
    this.#closed = undefined;
  }

  push(method: string, argument: unknown): void {
    this.handlers.get(method)?.(argument as never);
  }

  drop(): void {
    this.reachable = false;
    this.#closed?.();
  }

  on(method: string, handler: Handler): void {
    this.handlers.set(method, handler);
  }

  onclose(closed: () => void): void {
    this.#closed = closed;
  }

  start(): Promise<void> {
    return this.reachable ? Promise.resolve() : Promise.reject(new Error('unreachable'));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  invoke(method: string, ...args: string[]): Promise<void> {
    this.invoked.push([method, ...args].join(' '));
    return Promise.resolve();
  }
}

export const hub = new Hub();
export const LogLevel = { None: 6 };

export class HubConnectionBuilder {
  withUrl(): this {
    return this;
  }

  configureLogging(): this {
    return this;
  }

  build(): Hub {
    return hub;
  }
}
