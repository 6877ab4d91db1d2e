import type { CatalogueOption, SettingGroup, SettingValue } from '../api/schema';
import { compare, isDecimal } from '../format/money';
import { secondsOf, spoken, travelling } from './timespan';

/** What stands in a form's controls: text as typed, or a tick. */
export type Values = Record<string, string | boolean>;

/** One control of a form: a setting, and its path among its siblings (`pyramid.firstShare`). */
export interface Leaf {
  path: string;
  option: CatalogueOption;
}

/** All controls of these settings; those of a group that is off are not among them. */
export const leaves = (options: readonly CatalogueOption[], values: Values, prefix = ''): Leaf[] =>
  options.flatMap((option) => {
    const path = prefix + option.name;
    const inner = option.type === 'group' && values[path] === true ? leaves(option.options ?? [], values, `${path}.`) : [];
    return [{ path, option }, ...inner];
  });

const isGroup = (value: SettingValue | undefined): value is SettingGroup =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A setting as its control shows it. */
export function shown(option: CatalogueOption, value: SettingValue | undefined): string | boolean {
  const known = value === undefined ? option.default : value;
  if (option.type === 'boolean') {
    return known === true;
  }
  if (option.type === 'group') {
    return isGroup(known);
  }
  if (typeof known !== 'string' && typeof known !== 'number') {
    return '';
  }
  const seconds = option.type === 'duration' ? secondsOf(String(known)) : null;
  return seconds === null ? String(known) : spoken(seconds);
}

export const valuesOf = (options: readonly CatalogueOption[], group: SettingGroup | undefined, prefix = ''): Values =>
  Object.fromEntries(
    options.flatMap((option) => {
      const value = group?.[option.name];
      const inner =
        option.type === 'group' ? valuesOf(option.options ?? [], isGroup(value) ? value : undefined, `${prefix}${option.name}.`) : {};
      return [[prefix + option.name, shown(option, value)] as const, ...Object.entries(inner)];
    }),
  );

/** What is wrong with what was typed; null: nothing. */
export function flaw(option: CatalogueOption, value: string | boolean | undefined): string | null {
  if (typeof value === 'boolean') {
    return null;
  }

  const text = (value ?? '').trim();
  if (text === '') {
    return option.canBeOff ? null : 'This cannot be empty.';
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
  const text = (value: string | number | undefined) => (value === undefined ? null : String(value));
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

/** The settings with what was typed laid over what they were: what the form does not know stays as it was. */
export function groupOf(options: readonly CatalogueOption[], values: Values, before: SettingGroup = {}, prefix = ''): SettingGroup {
  const typed = options.map((option) => {
    const path = prefix + option.name;
    const known = before[option.name];
    const value =
      option.type !== 'group'
        ? settingOf(option, values[path])
        : values[path] === true
          ? groupOf(option.options ?? [], values, isGroup(known) ? known : {}, `${path}.`)
          : null;
    return [option.name, value] as const;
  });
  return { ...before, ...Object.fromEntries(typed) };
}
