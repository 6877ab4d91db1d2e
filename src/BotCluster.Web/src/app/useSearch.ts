import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

type Change = (search: URLSearchParams) => URLSearchParams;

/** The address's parameters, and a way to change them that builds on the latest even where no render came between. */
export function useSearch(): [URLSearchParams, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);

  const change = useCallback(
    (make: Change) => {
      latest.current = make(latest.current);
      setSearch(latest.current, { replace: true, preventScrollReset: true });
    },
    [setSearch],
  );
  return [search, change];
}
