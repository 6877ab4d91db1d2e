import type { BotSettings, SettingValue } from '../api/schema';
import { exact, isDecimal, NO_VALUE } from '../format/money';
import { words } from '../format/words';

/** The settings as they stand, in the groups of the form that changes them. */
export function SettingsView({ settings, version }: { settings: BotSettings; version: number }) {
  const { mode, sizing, risk, exits, ...rest } = settings;
  const groups: [string, Record<string, SettingValue>][] = [
    ['Bot', rest],
    ['Mode', mode],
    ['Sizing', sizing],
    ['Risk limits', risk],
    ['Exits', exits],
  ];
  return (
    <div className="grid gap-x-8 gap-y-5 p-4 sm:grid-cols-2 xl:grid-cols-3">
      {groups
        .filter(([, values]) => Object.keys(values).length > 0)
        .map(([title, values]) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-1 text-sm font-semibold">{title}</h3>
            <dl className="divide-y divide-line text-sm">
              {Object.entries(values).map(([name, value]) => (
                <div key={name} className="flex justify-between gap-4 py-1">
                  <dt className="text-muted">{words(name)}</dt>
                  <dd className="text-right wrap-anywhere">{written(value)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <p className="text-xs text-muted sm:col-span-full">Version {version}.</p>
    </div>
  );
}

function written(value: SettingValue): string {
  if (value === null) {
    return 'off';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (Array.isArray(value)) {
    return value.map(written).join(', ') || NO_VALUE;
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => `${words(name)}: ${written(inner)}`)
      .join(', ');
  }
  return typeof value === 'number' || isDecimal(value) ? exact(value) : value;
}
