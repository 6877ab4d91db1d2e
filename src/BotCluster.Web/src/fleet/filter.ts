import type { BotFilter, BotStatus } from '../api/schema';
import { STATUS } from '../format/words';

export const PAGE_SIZE = 50;
export const DEFAULT_SORT = 'name';

export const SORTS: { value: string; title: string }[] = [
  { value: 'name', title: 'Name' },
  { value: '-equity', title: 'Equity, largest first' },
  { value: '-profit', title: 'Profit, largest first' },
  { value: 'profit', title: 'Loss, largest first' },
  { value: '-drawdown', title: 'Drawdown, largest first' },
  { value: '-createdAt', title: 'Newest first' },
];

const isStatus = (text: string | null): text is BotStatus => text !== null && text in STATUS;

/** The filter as the address has it: a link to a filtered fleet can be kept and shared. */
export function readFilter(search: URLSearchParams): BotFilter {
  const status = search.get('status');
  const filter: BotFilter = { sort: search.get('sort') ?? DEFAULT_SORT, limit: PAGE_SIZE };
  if (isStatus(status)) {
    filter.status = status;
  }
  for (const name of ['mode', 'symbol', 'clientId', 'search'] as const) {
    const value = search.get(name);
    if (value) {
      filter[name] = value;
    }
  }

  return filter;
}

/** The address with one part of the filter changed; what is empty or the default is left out. */
export function writeFilter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(search);
  if (value === '' || (name === 'sort' && value === DEFAULT_SORT)) {
    changed.delete(name);
  } else {
    changed.set(name, value);
  }

  return changed;
}

export const isFiltered = ({ status, mode, symbol, clientId, search }: BotFilter): boolean =>
  [status, mode, symbol, clientId, search].some((part) => part !== undefined);
