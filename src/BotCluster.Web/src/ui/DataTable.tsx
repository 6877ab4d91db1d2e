import type { ReactNode } from 'react';
import { cx } from './cx';
import { useNarrow } from './media';

export interface Column<T> {
  id: string;
  title: string;
  /** Numbers stand to the right, under one another. */
  numeric?: boolean;
  /** Names the field that the server sorts by; a header that sorts becomes a button. */
  sort?: string;
  /** The cell that names its row. */
  heads?: boolean;
  /** Takes the room that is left, and may wrap. */
  wide?: boolean;
  /** In a card: beside the row's name rather than in the list of figures; or not at all. */
  card?: 'top' | 'none' | 'full';
  cell: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  stale?: boolean;
}

/** Rows as a table where there is room, as cards where there is not. */
export function DataTable<T>(props: DataTableProps<T>) {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table<T>({ caption, columns, rows, rowKey, sort, onSort, stale = false }: DataTableProps<T>) {
  return (
    <div
      className={cx('overflow-x-auto transition-opacity', stale && 'opacity-60')}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-sm" aria-busy={stale}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-y border-line text-xs text-muted">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0 hover:bg-raised">
              {columns.map((column) => {
                const className = cx(
                  'px-3 py-1.5 first:pl-4 last:pr-4 align-middle',
                  column.numeric ? 'text-right whitespace-nowrap tabular-nums' : 'text-left',
                  column.wide ? 'min-w-56' : 'whitespace-nowrap',
                );
                return column.heads ? (
                  <th key={column.id} scope="row" className={cx(className, 'font-normal')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps<T> {
  column: Column<T>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}

function HeaderCell<T>({ column, sort, onSort }: HeaderCellProps<T>) {
  const ascending = sort === column.sort;
  const descending = sort === `-${column.sort ?? ''}`;
  const sorted = column.sort !== undefined && (ascending || descending);
  const className = cx(
    'px-3 py-1.5 first:pl-4 last:pr-4 font-medium whitespace-nowrap',
    column.numeric ? 'text-right' : 'text-left',
  );
  if (column.sort === undefined || !onSort) {
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    );
  }

  // Figures are looked at from the largest down, names from A to Z.
  const next = sorted ? (ascending ? `-${column.sort}` : column.sort) : column.numeric ? `-${column.sort}` : column.sort;
  return (
    <th scope="col" className={className} aria-sort={sorted ? (ascending ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        className={cx('group inline-flex items-center gap-1 hover:text-ink', sorted && 'text-ink')}
        onClick={() => {
          onSort(next);
        }}
      >
        {column.title}
        <span aria-hidden="true" className={cx('text-2xs', !sorted && 'opacity-0 group-hover:opacity-60')}>
          {ascending ? '▲' : '▼'}
        </span>
      </button>
    </th>
  );
}

function Cards<T>({ caption, columns, rows, rowKey, stale = false }: DataTableProps<T>) {
  const heads = columns.filter((column) => column.heads);
  const top = columns.filter((column) => column.card === 'top');
  const full = columns.filter((column) => column.card === 'full');
  const rest = columns.filter((column) => !column.heads && column.card === undefined);
  return (
    <ul aria-label={caption} aria-busy={stale} className={cx('border-t border-line', stale && 'opacity-60')}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-0">
          <div className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              {heads.map((column) => (
                <div key={column.id}>{column.cell(row)}</div>
              ))}
            </div>
            <div className="flex shrink-0 flex-col items-end gap-1 text-sm">
              {top.map((column) => (
                <div key={column.id}>{column.cell(row)}</div>
              ))}
            </div>
          </div>
          {full.map((column) => (
            <div key={column.id} className="text-sm">
              <span className="sr-only">{column.title}: </span>
              {column.cell(row)}
            </div>
          ))}
          <dl className="grid grid-cols-2 empty:hidden gap-x-4 gap-y-1.5 min-[22rem]:grid-cols-3">
            {rest.map((column) => (
              <div key={column.id} className="min-w-0">
                <dt className="label-text">{column.title}</dt>
                <dd className={cx('text-sm wrap-anywhere', !column.numeric && 'normal-nums')}>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
