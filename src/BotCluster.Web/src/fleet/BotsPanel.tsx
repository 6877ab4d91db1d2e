import { useQuery } from '@tanstack/react-query';
import * as queries from '../api/queries';
import type { Fleet } from '../api/schema';
import { useSearch } from '../app/useSearch';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Empty, Loadable } from '../ui/Loadable';
import { Pager, usePaging } from '../ui/Pager';
import { Panel } from '../ui/Panel';
import { botColumns } from './columns';
import { isFiltered, readFilter, writeFilter } from './filter';
import { FilterBar } from './FilterBar';

export function BotsPanel({ counts }: { counts: Fleet['bots'] | undefined }) {
  const [search, change] = useSearch();
  const filter = readFilter(search);
  const paging = usePaging(JSON.stringify(filter));
  const page = useQuery(queries.bots(paging.cursor === null ? filter : { ...filter, cursor: paging.cursor }));

  function set(name: string, value: string) {
    change((latest) => writeFilter(latest, name, value));
  }

  return (
    <Panel title="Bots" flush>
      <FilterBar filter={filter} counts={counts} onSet={set} />
      <Loadable query={page} what="bots">
        {({ items, next }) =>
          items.length === 0 ? (
            <NoBots filtered={isFiltered(filter)} onClear={() => { change(() => new URLSearchParams()); }} />
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
