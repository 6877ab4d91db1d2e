import type { Alert, Bot, BotSettings, BotSummary, Catalogue, Client, Fleet, Instrument, Me, Page } from '../api/schema';

export const CLIENT = '00000000-0000-4000-8000-00000000c001';
export const BOT = '00000000-0000-4000-8000-00000000b001';

export const admin: Me = {
  id: 'u1', email: 'ada@example.com', displayName: 'Ada', isPlatformAdmin: true, memberships: [],
};
export const memberAs = (role: 'admin' | 'trader' | 'viewer'): Me => ({
  id: 'u2', email: 'vera@example.com', displayName: 'Vera', isPlatformAdmin: false,
  memberships: [{ tenantId: CLIENT, tenantName: 'Northwind', role }],
});

export const settings: BotSettings = {
  name: 'Momentum BTC',
  mode: { kind: 'crossover', fast: 20, slow: 50, average: 'ema' },
  symbols: ['BTC-USDT'],
  timeframe: '1h',
  budget: '10000',
  venue: 'paper',
  risk: { maximumDrawdown: '0.20', pyramid: null },
  sizing: { kind: 'fixedFraction', share: '0.10' },
  exits: { trailingStop: null, timeStop: null, structureBreakCandles: null },
  onStop: 'keepProtected',
  cadence: '00:03:00',
};

export const summary = (change: Partial<BotSummary> = {}): BotSummary => ({
  id: BOT, clientId: CLIENT, clientName: 'Northwind', number: 1, name: 'Momentum BTC', mode: 'crossover',
  symbols: ['BTC-USDT'], timeframe: '1h', venue: 'paper', status: 'running', block: null, trouble: null,
  budget: '10000', equity: '10012.50', cash: '9000', realised: '10', unrealised: '2.5', fees: '1', profit: '12.50',
  profitShare: 0.00125, drawdown: 0.01, openPositions: 1, trades: 3, winRate: 0.5, cycles: 100, refusals: 2,
  lastStep: '2024-02-01T00:05:00Z', createdAt: '2024-01-01T00:00:00Z', spark: [10000, 10005, 10012.5],
  ...change,
});

/** As a push has it: without a spark line. */
export const pushed = (change: Partial<BotSummary> = {}): BotSummary => ({ ...summary(change), spark: null });

export const bot = (change: Partial<Bot> = {}): Bot => ({
  ...summary(), settings, version: 7, positions: [], orders: [], totals: { realised: '10', fees: '1', funding: '0' },
  peakEquity: '10020', holds: 90, ...change,
});

export const fleet = (change: Partial<Fleet> = {}): Fleet => ({
  bots: { running: 1 }, troubled: 0, budget: '10000', equity: '10012.50', realised: '10', unrealised: '2.50', profit: '12.50',
  fees: '1', openPositions: 1, orders: 4, fills: 4, trades: 3, refusals: 2, cycles: 100, cycleLag: 0.02,
  feed: { status: 'running', at: '2024-02-01T00:05:00Z', speed: 300, detail: 'Replay' },
  ...change,
});

export const catalogue: Catalogue = {
  modes: [
    {
      kind: 'crossover', title: 'Crossover', description: 'Two moving averages.',
      options: [
        { name: 'average', type: 'choice', canBeOff: false, default: 'ema', choices: ['sma', 'ema'], description: 'The kind.' },
        { name: 'fast', type: 'integer', canBeOff: false, default: 20, minimum: 1, maximum: 400, description: 'Fast.' },
        { name: 'slow', type: 'integer', canBeOff: false, default: 50, minimum: 2, maximum: 500, description: 'Slow.' },
        { name: 'alwaysInMarket', type: 'boolean', canBeOff: false, default: false, description: 'Always.' },
        { name: 'stop', type: 'decimal', canBeOff: true, default: null, minimum: '0.003', maximum: '0.25', description: 'Stop.' },
      ],
    },
    { kind: 'indicator', title: 'Indicator', description: 'Pullbacks.', options: [] },
  ],
  sizing: [
    {
      kind: 'fixedFraction', title: 'Fixed fraction', description: 'The same share.',
      options: [{ name: 'share', type: 'decimal', canBeOff: false, default: '0.10', minimum: '0.001', maximum: '0.5', description: 'Share.' }],
    },
  ],
  risk: [
    { name: 'maximumDrawdown', type: 'decimal', canBeOff: false, default: '0.20', minimum: '0.01', maximum: '1', description: 'Drawdown.' },
    {
      name: 'stopGuardPause', type: 'duration', canBeOff: false, default: '12:00:00', minimum: '00:05:00', maximum: '7.00:00:00',
      description: 'Pause.',
    },
    {
      name: 'pyramid', type: 'group', canBeOff: true, description: 'Two steps.',
      options: [
        { name: 'firstShare', type: 'decimal', canBeOff: false, default: '0.10', minimum: '0.001', maximum: '0.15', description: 'First.' },
      ],
    },
  ],
  exits: [{ name: 'trailingStop', type: 'decimal', canBeOff: true, default: null, minimum: '0.001', maximum: '0.5', description: 'Trail.' }],
  bot: [
    {
      name: 'budget', type: 'decimal', canBeOff: false, default: '10000', minimum: '0.01', maximum: '1000000000', description: 'Money.',
    },
    { name: 'onStop', type: 'choice', canBeOff: false, default: 'keepProtected', choices: ['keepProtected', 'close'], description: 'Stop.' },
    {
      name: 'cadence', type: 'duration', canBeOff: false, default: '00:03:00', minimum: '00:00:01', maximum: '1.00:00:00',
      description: 'Cadence.',
    },
  ],
  timeframes: ['5m', '1h', '4h'],
};

export const instruments: Instrument[] = ['BTC-USDT', 'ETH-USDT'].map((symbol) => ({
  symbol, kind: 'spot', tick: '0.01', lot: '0.00001', minimumNotional: '10', maximumLeverage: '1', makerFee: '0.0005',
  takerFee: '0.0005', canShort: false, finestTimeframe: '5m',
}));

export const client: Client = {
  id: CLIENT, name: 'Northwind', createdAt: '2024-01-01T00:00:00Z', isKilled: false, bots: 12, webhook: null,
};

export const alert: Alert = {
  botId: BOT, botName: 'Momentum BTC', number: 4, at: '2024-02-01T00:05:00Z', severity: 'warning', code: 'drawdown-warning',
  text: 'Drawdown is 16.3 %.', acknowledgedAt: null,
};

export const pageOf = <T>(items: T[], next: string | null = null): Page<T> => ({ items, next });
