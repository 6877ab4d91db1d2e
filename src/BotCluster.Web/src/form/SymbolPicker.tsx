import { useId } from 'react';
import type { Instrument } from '../api/schema';
import { exact } from '../format/money';
import { cx } from '../ui/cx';
import { fieldId } from './OptionField';

interface SymbolPickerProps {
  instruments: readonly Instrument[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (symbols: string[]) => void;
}

/** What the bot may trade: any of the venue's instruments. */
export function SymbolPicker({ instruments, chosen, error, onChange }: SymbolPickerProps) {
  const id = useId();
  const known = new Set(instruments.map(({ symbol }) => symbol));
  const gone = chosen.filter((symbol) => !known.has(symbol));

  function toggle(symbol: string, on: boolean) {
    onChange(on ? [...chosen, symbol] : chosen.filter((one) => one !== symbol));
  }

  return (
    <fieldset
      id={fieldId('symbols')}
      tabIndex={-1}
      className="flex flex-col gap-1.5 outline-none sm:col-span-2"
      aria-describedby={error === undefined ? undefined : id}
    >
      <legend className="mb-1 text-sm font-medium">Symbols</legend>
      <div className="flex flex-wrap gap-1.5">
        {[...instruments.map(({ symbol }) => symbol), ...gone].map((symbol) => {
          const instrument = instruments.find((one) => one.symbol === symbol);
          const on = chosen.includes(symbol);
          return (
            <label
              key={symbol}
              className={cx(
                'flex min-h-8 items-center gap-2 rounded-md border px-2.5 text-sm max-sm:min-h-11',
                'has-focus-visible:outline-2 has-focus-visible:outline-accent',
                on ? 'border-accent bg-accent-soft' : 'border-line hover:border-line-strong',
              )}
              title={instrument && `${instrument.kind}, smallest order ${exact(instrument.minimumNotional)}, candles from ${instrument.finestTimeframe}`}
            >
              <input
                type="checkbox"
                className="accent-accent outline-none"
                checked={on}
                onChange={(event) => { toggle(symbol, event.target.checked); }}
              />
              {symbol}
              {instrument?.kind === 'perpetual' && <span className="text-xs text-muted">perpetual</span>}
            </label>
          );
        })}
      </div>
      {error !== undefined && (
        <p id={id} className="text-xs font-medium text-danger">
          <span aria-hidden="true">✕ </span>
          {error}
        </p>
      )}
    </fieldset>
  );
}
