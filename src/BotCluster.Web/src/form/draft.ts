import { sentence } from '../api/problems';
import type { BotSettings, Catalogue, CatalogueEntry, CatalogueOption, SettingGroup } from '../api/schema';
import { flaw, groupOf, leaves, valuesOf, type Values } from './options';
import { secondsOf, spoken, travelling } from './timespan';

/** What stands in the form for a bot. */
export interface Draft {
  clientId: string;
  name: string;
  symbols: string[];
  timeframe: string;
  budget: string;
  cadence: string;
  onStop: BotSettings['onStop'];
  modeKind: string;
  /** By kind, so that looking at another mode loses nothing that was typed. */
  modes: Record<string, Values>;
  sizingKind: string;
  sizings: Record<string, Values>;
  risk: Values;
  exits: Values;
}

/** Messages by the path of their field: `mode.fast`. */
export type Faults = Record<string, string>;

export const LONGEST_NAME = 80;
export const MOST_SYMBOLS = 20;

export function draftOf(catalogue: Catalogue, settings: BotSettings | null, clientId: string): Draft {
  const kinds = (entries: readonly CatalogueEntry[], group: (SettingGroup & { kind: string }) | undefined) =>
    Object.fromEntries(
      entries.map((entry) => [entry.kind, valuesOf(entry.options, group?.kind === entry.kind ? group : undefined)]),
    );
  const bot = valuesOf(catalogue.bot, undefined);
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : '');
  return {
    clientId,
    name: settings?.name ?? '',
    symbols: settings?.symbols ?? [],
    timeframe: settings?.timeframe ?? (catalogue.timeframes.includes('1h') ? '1h' : (catalogue.timeframes[0] ?? '')),
    budget: settings?.budget ?? text(bot['budget']),
    cadence: settings ? spoken(secondsOf(settings.cadence) ?? 0) : text(bot['cadence']),
    onStop: (settings?.onStop ?? text(bot['onStop'])) as BotSettings['onStop'],
    modeKind: settings?.mode.kind ?? catalogue.modes[0]?.kind ?? '',
    modes: kinds(catalogue.modes, settings?.mode),
    sizingKind: settings?.sizing.kind ?? catalogue.sizing[0]?.kind ?? '',
    sizings: kinds(catalogue.sizing, settings?.sizing),
    risk: valuesOf(catalogue.risk, settings?.risk),
    exits: valuesOf(catalogue.exits, settings?.exits),
  };
}

export const modeOf = (catalogue: Catalogue, kind: string): CatalogueEntry | undefined =>
  catalogue.modes.find((mode) => mode.kind === kind);
export const sizingOf = (catalogue: Catalogue, kind: string): CatalogueEntry | undefined =>
  catalogue.sizing.find((sizing) => sizing.kind === kind);

/** All that can be seen to be wrong without asking the server. */
export function faultsOf(draft: Draft, catalogue: Catalogue): Faults {
  const faults: Faults = {};
  const name = draft.name.trim();
  if (name === '') {
    faults['name'] = 'Give the bot a name.';
  } else if (name.length > LONGEST_NAME) {
    faults['name'] = `At most ${LONGEST_NAME} characters; this has ${name.length}.`;
  } else if (/\p{Cc}/u.test(name)) {
    faults['name'] = 'A name has no control characters, such as tabs or line breaks.';
  }
  if (draft.symbols.length === 0) {
    faults['symbols'] = 'Choose at least one symbol.';
  } else if (draft.symbols.length > MOST_SYMBOLS) {
    faults['symbols'] = `At most ${MOST_SYMBOLS} symbols; these are ${draft.symbols.length}.`;
  }
  const check = (prefix: string, options: readonly CatalogueOption[], values: Values) => {
    for (const { path, option } of leaves(options, values)) {
      const found = flaw(option, values[path]);
      if (found !== null) {
        faults[prefix + path] = found;
      }
    }
  };
  check('', catalogue.bot, { budget: draft.budget, cadence: draft.cadence, onStop: draft.onStop });
  check('mode.', modeOf(catalogue, draft.modeKind)?.options ?? [], draft.modes[draft.modeKind] ?? {});
  check('sizing.', sizingOf(catalogue, draft.sizingKind)?.options ?? [], draft.sizings[draft.sizingKind] ?? {});
  check('risk.', catalogue.risk, draft.risk);
  check('exits.', catalogue.exits, draft.exits);
  return faults;
}

export function settingsOf(draft: Draft, catalogue: Catalogue, before: BotSettings | null): BotSettings {
  const kept = <T extends { kind: string }>(group: T | undefined, kind: string) => (group?.kind === kind ? group : undefined);
  const mode = modeOf(catalogue, draft.modeKind)?.options ?? [];
  const sizing = sizingOf(catalogue, draft.sizingKind)?.options ?? [];
  return {
    name: draft.name.trim(),
    mode: { ...groupOf(mode, draft.modes[draft.modeKind] ?? {}, kept(before?.mode, draft.modeKind)), kind: draft.modeKind },
    symbols: draft.symbols,
    timeframe: draft.timeframe,
    budget: draft.budget.trim(),
    venue: before?.venue ?? 'paper',
    risk: groupOf(catalogue.risk, draft.risk, before?.risk),
    sizing: {
      ...groupOf(sizing, draft.sizings[draft.sizingKind] ?? {}, kept(before?.sizing, draft.sizingKind)),
      kind: draft.sizingKind,
    },
    exits: groupOf(catalogue.exits, draft.exits, before?.exits),
    onStop: draft.onStop,
    cadence: travelling(secondsOf(draft.cadence) ?? 0),
  };
}

/** The server's errors at the fields of this form: `settings.mode.fast`, `$.mode.fast` and `mode.fast` are one place. */
export function placeErrors(errors: Readonly<Record<string, readonly string[]>>): Faults {
  const faults: Faults = {};
  for (const [path, messages] of Object.entries(errors)) {
    const place = path.replace(/^\$\.?/, '').replace(/^settings\.?/, '').replace(/\[\d+\]$/, '') || 'form';
    const message = messages.map(sentence).join(' ');
    faults[place] = faults[place] === undefined ? message : `${faults[place]} ${message}`;
  }

  return faults;
}
