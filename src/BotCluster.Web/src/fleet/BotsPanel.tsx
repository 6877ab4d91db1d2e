import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import * as queries from '../api/queries';
import type { Fleet } from '../api/schema';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Empty, Loadable } from '../ui/Loadable';
import { Pager, usePaging } from '../ui/Pager';
import { Panel } from '../ui/Panel';
import { botColumns } from './columns';
import { isFiltered, readFilter, writeFilter } from './filter';
import { FilterBar } from './FilterBar';

export function BotsPanel({ counts }: { counts: Fleet['bots'] | undefined }) {
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const paging = usePaging(JSON.stringify(filter));
  const page = useQuery(queries.bots(paging.cursor === null ? filter : { ...filter, cursor: paging.cursor }));

  function set(name: string, value: string) {
    setSearch(writeFilter(search, name, value), { replace: true, preventScrollReset: true });
  }

  return (
    <Panel title="Bots" flush>
      <FilterBar filter={filter} counts={counts} onSet={set} />
      <Loadable query={page} what="bots">
        {({ items, next }) =>
          items.length === 0 ? (
            <NoBots filtered={isFiltered(filter)} onClear={() => { setSearch({}, { replace: true }); }} />
          ) : (
            <>
              <DataTable
                caption="Bots of the fleet"
                columns={botColumns}
                rows={items}
                rowKey={(bot) => bot.id}
                sort={filter.sort}
                onSort={(sort) => {
                  set('sort', sort);
                }}
                stale={page.isPlaceholderData}
              />
              <Pager paging={paging} next={next} what="bots" />
            </>
          )
        }
      </Loadable>
    </Panel>
  );
}

function NoBots({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <Empty title="No bot fits this filter.">
      <Button onClick={onClear}>Clear the filter</Button>
    </Empty>
  ) : (
    <Empty title="There are no bots yet.">A bot needs a name, a mode, symbols and a budget. It trades on paper.</Empty>
  );
}
