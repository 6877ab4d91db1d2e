import type { CatalogueOption, SettingGroup, SettingValue } from '../api/schema';
import { compare, isDecimal } from '../format/money';
import { secondsOf, spoken, travelling } from './timespan';

/** What stands in a form's controls: text as typed, or a tick. */
export type Values = Record<string, string | boolean>;

/** Exits are the same for every mode, and all off unless set. */
export const EXITS: readonly CatalogueOption[] = [
  { name: 'trailingStop', type: 'decimal', default: null, description: 'Closes a position that fell back by this share from its best close.' },
  { name: 'timeStop', type: 'duration', default: null, description: 'Closes a position after this long, whatever it earns.' },
  {
    name: 'structureBreakCandles',
    type: 'integer',
    default: null,
    description: 'Closes a long below the lowest low, a short above the highest high, of this many candles before.',
  },
];

/** A setting as its control shows it. */
export function shown(option: CatalogueOption, value: SettingValue | undefined): string | boolean {
  const known = value === undefined ? option.default : value;
  if (option.type === 'boolean') {
    return known === true;
  }
  if (typeof known !== 'string' && typeof known !== 'number') {
    return '';
  }
  const seconds = option.type === 'duration' ? secondsOf(String(known)) : null;
  return seconds === null ? String(known) : spoken(seconds);
}

export const valuesOf = (options: readonly CatalogueOption[], group: SettingGroup | undefined): Values =>
  Object.fromEntries(options.map((option) => [option.name, shown(option, group?.[option.name])]));

/** What is wrong with what was typed; null: nothing. */
export function flaw(option: CatalogueOption, value: string | boolean | undefined): string | null {
  if (option.type === 'boolean' || typeof value === 'boolean') {
    return null;
  }

  const text = (value ?? '').trim();
  if (text === '') {
    return option.default === null ? null : 'This cannot be empty.';
  }

  switch (option.type) {
    case 'choice':
      return option.choices?.includes(text) === false ? `Choose one of ${option.choices.join(', ')}.` : null;
    case 'duration':
      return secondsOf(text) === null ? 'Write a duration such as 12h, 30m or 1d 6h.' : boundFlaw(option, text, secondsOf);
    case 'integer':
      return /^-?\d+$/.test(text) ? boundFlaw(option, text, null) : 'Write a whole number.';
    default:
      return isDecimal(text) ? boundFlaw(option, text, null) : 'Write a number such as 0.05, with a point.';
  }
}

function boundFlaw(option: CatalogueOption, text: string, measure: ((text: string) => number | null) | null): string | null {
  const size = (value: string) => (measure === null ? value : (measure(value) ?? 0));
  const { minimum, maximum } = bounds(option);
  const below = minimum !== null && compare(size(text), size(minimum)) < 0;
  const above = maximum !== null && compare(size(text), size(maximum)) > 0;
  return below || above ? `Must be ${range(option)}.` : null;
}

function bounds({ minimum, maximum }: CatalogueOption) {
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));
  return { minimum: text(minimum), maximum: text(maximum) };
}

/** The allowed range in words: from 2 to 400, at least 1. */
export function range(option: CatalogueOption): string | null {
  const said = (value: string | null) => {
    const seconds = option.type === 'duration' && value !== null ? secondsOf(value) : null;
    return seconds === null ? value : spoken(seconds);
  };
  const minimum = said(bounds(option).minimum);
  const maximum = said(bounds(option).maximum);
  if (minimum !== null && maximum !== null) {
    return `from ${minimum} to ${maximum}`;
  }
  return minimum !== null ? `at least ${minimum}` : maximum !== null ? `at most ${maximum}` : null;
}

/** What was typed as the API takes it: amounts as text, counts as numbers, empty as off. */
export function settingOf(option: CatalogueOption, value: string | boolean | undefined): SettingValue {
  if (option.type === 'boolean') {
    return value === true;
  }

  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') {
    return null;
  }

  switch (option.type) {
    case 'integer':
    case 'number':
      return Number(text);
    case 'duration':
      return travelling(secondsOf(text) ?? 0);
    default:
      return text;
  }
}

/** The group with what was typed laid over what it held before: what the form does not know stays as it was. */
export const groupOf = (options: readonly CatalogueOption[], values: Values, before: SettingGroup = {}): SettingGroup => ({
  ...before,
  ...Object.fromEntries(options.map((option) => [option.name, settingOf(option, values[option.name])])),
});
