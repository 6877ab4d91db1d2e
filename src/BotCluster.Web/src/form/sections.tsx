import type { ReactNode } from 'react';
import type { Catalogue, CatalogueOption, Instrument } from '../api/schema';
import { words } from '../format/words';
import { cx } from '../ui/cx';
import { Field } from '../ui/Field';
import { Panel } from '../ui/Panel';
import { LONGEST_NAME, modeOf, sizingOf, type Draft, type Faults } from './draft';
import { fieldId, OptionField } from './OptionField';
import { leaves, shown, type Values } from './options';
import { SymbolPicker } from './SymbolPicker';

export interface SectionProps {
  catalogue: Catalogue;
  draft: Draft;
  faults: Faults;
  set: (change: Partial<Draft>) => void;
}

interface BasicsProps extends SectionProps {
  instruments: readonly Instrument[];
  clients: readonly { id: string; name: string }[];
  isNew: boolean;
}

export function Basics({ catalogue, draft, faults, set, instruments, clients, isNew }: BasicsProps) {
  return (
    <Panel title="Bot">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={fieldId('name')} label="Name" error={faults['name']} className="sm:col-span-2">
          {(control) => (
            <input
              {...control}
              className="control"
              value={draft.name}
              maxLength={LONGEST_NAME + 20}
              autoComplete="off"
              onChange={(event) => { set({ name: event.target.value }); }}
            />
          )}
        </Field>
        {isNew && clients.length > 1 && (
          <Field id={fieldId('clientId')} label="Client" error={faults['clientId']} className="sm:col-span-2">
            {(control) => (
              <select {...control} className="control" value={draft.clientId} onChange={(event) => { set({ clientId: event.target.value }); }}>
                {clients.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <SymbolPicker
          instruments={instruments}
          chosen={draft.symbols}
          error={faults['symbols']}
          onChange={(symbols) => { set({ symbols }); }}
        />
        <Field id={fieldId('timeframe')} label="Timeframe" hint="The candles it decides on." error={faults['timeframe']}>
          {(control) => (
            <select {...control} className="control" value={draft.timeframe} onChange={(event) => { set({ timeframe: event.target.value }); }}>
              {[...new Set([...catalogue.timeframes, draft.timeframe])].map((timeframe) => (
                <option key={timeframe}>{timeframe}</option>
              ))}
            </select>
          )}
        </Field>
        <Field
          id={fieldId('budget')}
          label="Budget"
          hint={isNew ? 'What it may trade with, in the quote currency. Paper money.' : 'Changed by a transfer, on the bot’s page.'}
          error={faults['budget']}
        >
          {(control) => (
            <input
              {...control}
              className="control"
              inputMode="decimal"
              value={draft.budget}
              readOnly={!isNew}
              onChange={(event) => { set({ budget: event.target.value }); }}
            />
          )}
        </Field>
        <Field id={fieldId('onStop')} label="When stopped" error={faults['onStop']} hint="A stop never abandons a position.">
          {(control) => (
            <select
              {...control}
              className="control"
              value={draft.onStop}
              onChange={(event) => { set({ onStop: event.target.value === 'close' ? 'close' : 'keepProtected' }); }}
            >
              <option value="keepProtected">Keep positions, protected</option>
              <option value="close">Close positions</option>
            </select>
          )}
        </Field>
        <Field
          id={fieldId('cadence')}
          label="Cadence"
          error={faults['cadence']}
          hint="Time between two cycles where no closed candle drives it: 3m, 90s."
        >
          {(control) => (
            <input {...control} className="control" value={draft.cadence} onChange={(event) => { set({ cadence: event.target.value }); }} />
          )}
        </Field>
      </div>
    </Panel>
  );
}

export function Mode({ catalogue, draft, faults, set }: SectionProps) {
  return (
    <Panel title="Decision mode">
      <fieldset className="mb-4 grid gap-2 sm:grid-cols-3" aria-label="Decision mode">
        {catalogue.modes.map(({ kind, title, description }) => (
          <label
            key={kind}
            className={cx(
              'flex items-start gap-2.5 rounded-md border px-3 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-accent',
              draft.modeKind === kind ? 'border-accent bg-accent-soft' : 'border-line hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name="mode"
              className="mt-1 shrink-0 accent-accent outline-none"
              checked={draft.modeKind === kind}
              onChange={() => { set({ modeKind: kind }); }}
            />
            <span>
              <span className="block font-medium">{title}</span>
              <span className="label-text block">{description}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Options
        group="mode"
        options={modeOf(catalogue, draft.modeKind)?.options ?? []}
        values={draft.modes[draft.modeKind] ?? {}}
        faults={faults}
        onChange={(values) => { set({ modes: { ...draft.modes, [draft.modeKind]: values } }); }}
      />
    </Panel>
  );
}

export function Sizing({ catalogue, draft, faults, set }: SectionProps) {
  const sizing = sizingOf(catalogue, draft.sizingKind);
  return (
    <Panel title="Sizing">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={fieldId('sizing.kind')} label="How large entries are" hint={sizing?.description} error={faults['sizing.kind'] ?? faults['sizing']}>
          {(control) => (
            <select {...control} className="control" value={draft.sizingKind} onChange={(event) => { set({ sizingKind: event.target.value }); }}>
              {catalogue.sizing.map(({ kind, title }) => (
                <option key={kind} value={kind}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Options
          group="sizing"
          inline
          options={sizing?.options ?? []}
          values={draft.sizings[draft.sizingKind] ?? {}}
          faults={faults}
          onChange={(values) => { set({ sizings: { ...draft.sizings, [draft.sizingKind]: values } }); }}
        />
      </div>
    </Panel>
  );
}

export function RiskLimits({ catalogue, draft, faults, set }: SectionProps) {
  return (
    <Folded title="Risk limits" group="risk" options={catalogue.risk} values={draft.risk} faults={faults}>
      <Options group="risk" options={catalogue.risk} values={draft.risk} faults={faults} onChange={(risk) => { set({ risk }); }} />
    </Folded>
  );
}

export function Exits({ catalogue, draft, faults, set }: SectionProps) {
  const options = catalogue.exits;
  return (
    <Folded title="Further exits" group="exits" options={options} values={draft.exits} faults={faults}>
      <Options group="exits" options={options} values={draft.exits} faults={faults} onChange={(exits) => { set({ exits }); }} />
    </Folded>
  );
}

interface GroupProps {
  group: string;
  options: readonly CatalogueOption[];
  values: Values;
  faults: Faults;
}

function Options({ group, options, values, faults, onChange, inline = false }: GroupProps & { onChange: (values: Values) => void; inline?: boolean }) {
  const fields = leaves(options, values).map(({ path, option }) => {
    const place = `${group}.${path}`;
    return (
      <OptionField
        key={place}
        path={place}
        option={option}
        value={values[path] ?? ''}
        error={faults[place]}
        onChange={(value) => { onChange({ ...values, [path]: value }); }}
      />
    );
  });
  return inline ? fields : <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">{fields}</div>;
}

/** What most leave as it is: closed until asked for, and open where something in it is wrong. */
function Folded({ title, group, options, values, faults, children }: GroupProps & { title: string; children: ReactNode }) {
  const changed = leaves(options, values).filter(({ path, option }) => shown(option, undefined) !== values[path]);
  const faulty = Object.keys(faults).some((path) => path.startsWith(`${group}.`));
  return (
    <details open={faulty || undefined} className="group rounded-lg border border-line bg-surface">
      <summary className="flex min-h-11 items-center gap-2 px-4 text-sm font-semibold">
        <span aria-hidden="true" className="text-muted transition-transform group-open:rotate-90">
          ▸
        </span>
        {title}
        <span className="font-normal text-muted">
          {changed.length === 0 ? 'as usual' : changed.map(({ path }) => words(path).toLowerCase()).join(', ')}
        </span>
      </summary>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
