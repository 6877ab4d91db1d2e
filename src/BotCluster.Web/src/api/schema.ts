// What the API speaks, in openapi-typescript's form. Nothing else in the page spells a path or a shape.

/** A decimal number, exact: never turned into a float except to plot it. */
export type Decimal = string;
/** ISO 8601, UTC. */
export type Instant = string;

export type Role = 'admin' | 'trader' | 'viewer';
export type BotStatus = 'created' | 'running' | 'paused' | 'stopping' | 'stopped' | 'retired';
export type EntryBlock = 'drawdown' | 'killed';
export type Direction = 'long' | 'short';
export type Side = 'buy' | 'sell';
export type OrderStatus =
  | 'recorded'
  | 'unsettled'
  | 'open'
  | 'partiallyFilled'
  | 'filled'
  | 'cancelled'
  | 'expired'
  | 'rejected'
  | 'notSent';
export type OrderPurpose = 'entry' | 'exit' | 'protectiveStop' | 'takeProfit';
export type OrderType = 'market' | 'limit' | 'stop';
export type DecisionAction = 'enter' | 'close' | 'reduce';
export type Verdict = 'approved' | 'shrunk' | 'refused' | 'ignored';
export type Severity = 'notice' | 'warning' | 'critical';

export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  correlationId?: string;
  errors?: Record<string, string[]>;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Membership {
  tenantId: string;
  tenantName: string;
  role: Role;
}

export interface Me {
  id: string;
  email: string;
  displayName: string;
  isPlatformAdmin: boolean;
  memberships: Membership[];
}

export interface Client {
  id: string;
  name: string;
  createdAt: Instant;
  isKilled: boolean;
  bots: number;
  webhook: { url: string; hasSecret: boolean } | null;
}

export interface User {
  id: string;
  email: string;
  displayName: string;
  role: Role;
  createdAt: Instant;
  hasPassword: boolean;
}

export interface NewUser {
  user: User;
  /** Shown this once; null for somebody who has an account already. */
  link: string | null;
  linkExpiresAt: Instant | null;
}

export interface WebhookTrial {
  delivered: boolean;
  detail: string;
}

export interface BotSummary {
  id: string;
  clientId: string;
  clientName: string;
  number: number;
  name: string;
  mode: string;
  symbols: string[];
  timeframe: string;
  venue: string;
  status: BotStatus;
  block: EntryBlock | null;
  trouble: string | null;
  budget: Decimal;
  equity: Decimal;
  cash: Decimal;
  realised: Decimal;
  unrealised: Decimal;
  fees: Decimal;
  profit: Decimal;
  profitShare: number;
  drawdown: number;
  openPositions: number;
  trades: number;
  winRate: number | null;
  cycles: number;
  refusals: number;
  lastStep: Instant | null;
  createdAt: Instant;
  /** Up to 40 points; a push has none. */
  spark?: number[] | null;
}

export type SettingValue = string | number | boolean | null | SettingValue[] | { [name: string]: SettingValue };
export type SettingGroup = Record<string, SettingValue>;

export interface BotSettings {
  name: string;
  mode: SettingGroup & { kind: string };
  symbols: string[];
  timeframe: string;
  budget: Decimal;
  venue: string;
  risk: SettingGroup;
  sizing: SettingGroup & { kind: string };
  exits: SettingGroup;
  onStop: 'keepProtected' | 'close';
  cadence: string;
}

export interface Position {
  symbol: string;
  direction: Direction;
  quantity: Decimal;
  cost: Decimal;
  averagePrice: Decimal;
  leverage: Decimal;
  openedAt: Instant;
  stop: Decimal | null;
  target: Decimal | null;
  price: Decimal | null;
  unrealised: Decimal | null;
  unrealisedShare: number | null;
}

export interface Order {
  id: string;
  symbol: string;
  side: Side;
  direction: Direction;
  purpose: OrderPurpose;
  type: OrderType;
  quantity: Decimal;
  filled: Decimal;
  limitPrice: Decimal | null;
  stopPrice: Decimal | null;
  status: OrderStatus;
  recordedAt: Instant;
  updatedAt: Instant;
  reason: string;
  note: string | null;
}

export interface Fill {
  orderId: string;
  tradeId: string;
  symbol: string;
  side: Side;
  price: Decimal;
  quantity: Decimal;
  fee: Decimal;
  feeAsset: string;
  at: Instant;
  purpose: OrderPurpose;
  liquidity: 'maker' | 'taker';
}

export interface Trade {
  number: number;
  symbol: string;
  direction: Direction;
  quantity: Decimal;
  entryPrice: Decimal;
  exitPrice: Decimal;
  openedAt: Instant;
  closedAt: Instant;
  grossProfit: Decimal;
  fees: Decimal;
  funding: Decimal;
  netProfit: Decimal;
  margin: Decimal;
  exitReason: string;
}

export interface Decision {
  number: number;
  at: Instant;
  symbol: string;
  action: DecisionAction;
  direction: Direction | null;
  confidence: number | null;
  price: Decimal | null;
  stop: Decimal | null;
  target: Decimal | null;
  reason: string;
  verdict: Verdict;
  verdictCode: string | null;
  verdictText: string | null;
  orderId: string | null;
}

export interface Alert {
  botId: string;
  botName: string;
  number: number;
  at: Instant;
  severity: Severity;
  code: string;
  text: string;
  acknowledgedAt: Instant | null;
}

export interface FleetEquityPoint {
  at: Instant;
  equity: Decimal;
}

export interface EquityPoint extends FleetEquityPoint {
  cash: Decimal;
  unrealised: Decimal;
  drawdown: number;
}

export interface Candle {
  openTime: Instant;
  open: Decimal;
  high: Decimal;
  low: Decimal;
  close: Decimal;
  volume: Decimal;
}

export interface Bot extends BotSummary {
  settings: BotSettings;
  version: number;
  positions: Position[];
  orders: Order[];
  totals: { realised: Decimal; fees: Decimal; funding: Decimal };
  peakEquity: Decimal | null;
  holds: number;
}

export interface Feed {
  status: 'starting' | 'running' | 'ended' | 'failed';
  at: Instant | null;
  speed: number | null;
  detail: string;
}

export interface Fleet {
  bots: Partial<Record<BotStatus, number>>;
  troubled: number;
  budget: Decimal;
  equity: Decimal;
  realised: Decimal;
  unrealised: Decimal;
  profit: Decimal;
  fees: Decimal;
  openPositions: number;
  orders: number;
  fills: number;
  trades: number;
  refusals: number;
  cycles: number;
  cycleLag: number | null;
  feed: Feed;
}

/** What the server pushes about a bot that is being watched: new things since the last push. */
export interface BotPush {
  bot: Bot;
  orders: Order[];
  fills: Fill[];
  trades: Trade[];
  decisions: Decision[];
  alerts: Alert[];
  equity: EquityPoint[];
}

export interface CatalogueOption {
  name: string;
  type: 'integer' | 'number' | 'decimal' | 'duration' | 'boolean' | 'choice' | 'group';
  description: string;
  /** Null is allowed, and means off. */
  canBeOff: boolean;
  /** Absent for a group. */
  default?: SettingValue;
  minimum?: Decimal | number;
  maximum?: Decimal | number;
  choices?: string[];
  /** The settings of a group. */
  options?: CatalogueOption[];
}

export interface CatalogueEntry {
  kind: string;
  title: string;
  description: string;
  options: CatalogueOption[];
}

export interface Catalogue {
  modes: CatalogueEntry[];
  sizing: CatalogueEntry[];
  risk: CatalogueOption[];
  exits: CatalogueOption[];
  /** Settings of the bot itself that have bounds: budget, cadence. */
  bot: CatalogueOption[];
  timeframes: string[];
}

export interface Instrument {
  symbol: string;
  kind: string;
  tick: Decimal;
  lot: Decimal;
  minimumNotional: Decimal;
  maximumLeverage: Decimal;
  makerFee: Decimal;
  takerFee: Decimal;
  canShort: boolean;
  finestTimeframe: string;
}

interface Answer<R> {
  headers: Record<string, unknown>;
  content: { 'application/json': R };
}
interface Failure {
  headers: Record<string, unknown>;
  content: { 'application/problem+json': Problem };
}
type Parameters<P, Q> = [P] extends [never]
  ? { parameters: { query?: Q; path?: never; header?: { 'Idempotency-Key'?: string } } }
  : { parameters: { query?: Q; path: P; header?: { 'Idempotency-Key'?: string } } };
type Get<R, P = never, Q = never> = Parameters<P, Q> & {
  requestBody?: never;
  responses: { 200: Answer<R>; default: Failure };
};
type Send<B, R = unknown, P = never> = Parameters<P, never> & {
  requestBody: { content: { 'application/json': B } };
  responses: { 200: Answer<R>; default: Failure };
};
type Bare<P> = Parameters<P, never> & {
  requestBody?: never;
  responses: { 204: { headers: Record<string, unknown>; content?: never }; default: Failure };
};
type Act<R, P> = Parameters<P, never> & {
  requestBody?: never;
  responses: { 200: Answer<R>; default: Failure };
};
interface Id {
  id: string;
}
interface Paged {
  limit?: number;
  cursor?: string;
}
interface Span extends Paged {
  from?: Instant;
  to?: Instant;
}

export interface BotFilter extends Paged {
  status?: BotStatus;
  mode?: string;
  symbol?: string;
  clientId?: string;
  search?: string;
  sort?: string;
}

export interface AlertFilter extends Paged {
  severity?: Severity;
  botId?: string;
  unacknowledged?: boolean;
}

export interface KillOutcome {
  confirmed: number;
  unconfirmed: string[];
}

export interface paths {
  '/auth/me': { get: Get<Me> };
  '/auth/page/sign-in': { post: Send<{ email: string; password: string }, { user: Me }> };
  '/auth/page/sign-out': { post: Bare<never> };
  '/auth/links/redeem': { post: Send<{ secret: string; password: string; displayName?: string }> };
  '/auth/password': { post: Send<{ currentPassword: string; newPassword: string }> };
  '/clients': { get: Get<Page<Client>, never, Paged>; post: Send<{ name: string }, Client> };
  '/clients/{id}/webhook': { put: Send<{ url: string }, { url: string; secret: string }, Id>; delete: Bare<Id> };
  '/clients/{id}/webhook/test': { post: Act<WebhookTrial, Id> };
  '/clients/{id}/users': {
    get: Get<Page<User>, Id, Paged>;
    post: Send<{ email: string; displayName: string; role: Role }, NewUser, Id>;
  };
  '/clients/{id}/users/{userId}': {
    patch: Send<{ role: Role }, User, Id & { userId: string }>;
    delete: Bare<Id & { userId: string }>;
  };
  '/clients/{id}/kill': { post: Send<{ reason: string }, KillOutcome, Id> };
  '/clients/{id}/release': { post: Bare<Id> };
  '/kill': { post: Send<{ reason: string }, KillOutcome> };
  '/release': { post: Bare<never> };
  '/bots': {
    get: Get<Page<BotSummary>, never, BotFilter>;
    post: Send<{ clientId?: string; settings: BotSettings; start?: boolean }, Bot>;
  };
  '/bots/{id}': { get: Get<Bot, Id> };
  '/bots/{id}/settings': { put: Send<BotSettings, Bot, Id> };
  '/bots/{id}/start': { post: Act<Bot, Id> };
  '/bots/{id}/pause': { post: Act<Bot, Id> };
  '/bots/{id}/resume': { post: Act<Bot, Id> };
  '/bots/{id}/stop': { post: Act<Bot, Id> };
  '/bots/{id}/retire': { post: Act<Bot, Id> };
  '/bots/{id}/cancel-all': { post: Act<Bot, Id> };
  '/bots/{id}/release': { post: Act<Bot, Id> };
  '/bots/{id}/close': { post: Send<{ symbol?: string }, Bot, Id> };
  '/bots/{id}/kill': { post: Send<{ reason: string }, Bot, Id> };
  '/bots/{id}/budget': { post: Send<{ amount: Decimal }, Bot, Id> };
  '/bots/{id}/orders': { get: Get<Page<Order>, Id, Span> };
  '/bots/{id}/fills': { get: Get<Page<Fill>, Id, Span> };
  '/bots/{id}/trades': { get: Get<Page<Trade>, Id, Span> };
  '/bots/{id}/decisions': { get: Get<Page<Decision>, Id, Span> };
  '/bots/{id}/alerts': { get: Get<Page<Alert>, Id, Span> };
  '/bots/{id}/equity': { get: Get<Page<EquityPoint>, Id, { from?: Instant; to?: Instant; points?: number }> };
  '/alerts': { get: Get<Page<Alert>, never, AlertFilter> };
  '/alerts/{botId}/{number}/acknowledge': { post: Bare<{ botId: string; number: number }> };
  '/modes': { get: Get<Catalogue> };
  '/instruments': { get: Get<Page<Instrument>> };
  '/candles': {
    get: Get<Page<Candle>, never, { symbol: string; timeframe: string; from?: Instant; to?: Instant; limit?: number }>;
  };
  '/fleet': { get: Get<Fleet> };
  '/fleet/equity': { get: Get<Page<FleetEquityPoint>, never, { points?: number }> };
}
