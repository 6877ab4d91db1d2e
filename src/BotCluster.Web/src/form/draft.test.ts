import { describe, expect, test } from 'vitest';
import { catalogue, settings } from '../test/samples';
import { draftOf, faultsOf, placeErrors, settingsOf } from './draft';
import { flaw, range } from './options';
import { secondsOf, spoken, travelling } from './timespan';

const draft = draftOf(catalogue, settings, 'c');

describe('settingsOf', () => {
  test('unchanged, a form gives back the settings it was made from', () => {
    const complete = {
      ...settings,
      mode: { ...settings.mode, alwaysInMarket: false, stop: null },
      risk: { ...settings.risk, stopGuardPause: '12:00:00' },
    };
    expect(settingsOf(draft, catalogue, settings)).toEqual(complete);
  });

  test('what the form does not know is kept', () => {
    const before = { ...settings, risk: { ...settings.risk, newcomer: '7' } };
    expect(settingsOf(draft, catalogue, before).risk['newcomer']).toBe('7');
  });

  test('a group is off as a whole, or on with its settings', () => {
    expect(settingsOf(draft, catalogue, settings).risk['pyramid']).toBeNull();
    const on = { ...draft, risk: { ...draft.risk, pyramid: true, 'pyramid.firstShare': '0.08' } };
    expect(settingsOf(on, catalogue, settings).risk['pyramid']).toEqual({ firstShare: '0.08' });
    expect(draftOf(catalogue, settingsOf(on, catalogue, settings), 'c').risk).toMatchObject({ pyramid: true, 'pyramid.firstShare': '0.08' });
  });

  test('another mode takes nothing of the one before', () => {
    expect(settingsOf({ ...draft, modeKind: 'indicator' }, catalogue, settings).mode).toEqual({ kind: 'indicator' });
  });

  test('amounts travel as text, counts as numbers, durations as the API writes them', () => {
    const changed = {
      ...draft,
      modes: { ...draft.modes, crossover: { ...draft.modes['crossover'], fast: '9', stop: '0.035' } },
      risk: { ...draft.risk, stopGuardPause: '1d 6h' },
    };
    const made = settingsOf(changed, catalogue, settings);
    expect(made.mode).toMatchObject({ fast: 9, stop: '0.035' });
    expect(made.risk['stopGuardPause']).toBe('1.06:00:00');
  });
});

describe('faultsOf', () => {
  test('good settings have none', () => {
    expect(faultsOf(draft, catalogue)).toEqual({});
  });

  test('each fault stands at its field', () => {
    const bad = {
      ...draft,
      name: ' ',
      symbols: [],
      budget: '-5',
      cadence: 'soon',
      modes: { ...draft.modes, crossover: { ...draft.modes['crossover'], fast: '0', slow: 'many', stop: '0.9' } },
      risk: { ...draft.risk, stopGuardPause: '9d' },
    };
    expect(Object.keys(faultsOf(bad, catalogue)).sort()).toEqual([
      'budget', 'cadence', 'mode.fast', 'mode.slow', 'mode.stop', 'name', 'risk.stopGuardPause', 'symbols',
    ]);
    expect(faultsOf(bad, catalogue)['mode.fast']).toBe('Must be from 1 to 400.');
  });

  test('a name without end or with control characters is refused', () => {
    expect(faultsOf({ ...draft, name: 'x'.repeat(81) }, catalogue)['name']).toContain('At most 80');
    expect(faultsOf({ ...draft, name: 'a\u0007b' }, catalogue)['name']).toContain('control characters');
  });
});

describe('flaw', () => {
  const option = catalogue.modes[0]?.options[4];
  test.each(['NaN', '1e-2', '0,05', 'Infinity', '0.05.1'])('%s is no number', (text) => {
    expect(option && flaw(option, text)).toBe('Write a number such as 0.05, with a point.');
  });

  test('what a group holds is checked only while it is on', () => {
    const risk = { ...draft.risk, 'pyramid.firstShare': '9' };
    expect(faultsOf({ ...draft, risk }, catalogue)).toEqual({});
    expect(faultsOf({ ...draft, risk: { ...risk, pyramid: true } }, catalogue)).toEqual({
      'risk.pyramid.firstShare': 'Must be from 0.001 to 0.15.',
    });
  });

  test('bounds are compared exactly, and empty means off', () => {
    expect(option && [flaw(option, '0.25'), flaw(option, '0.003'), flaw(option, '')]).toEqual([null, null, null]);
    expect(option && flaw(option, '0.2500000000000000000001')).toBe('Must be from 0.003 to 0.25.');
  });

  test('a range of durations is said as people say them', () => {
    expect(catalogue.risk[1] && range(catalogue.risk[1])).toBe('from 5m to 7d');
  });
});

describe('placeErrors', () => {
  test('paths of the server find their fields', () => {
    expect(
      placeErrors({ 'settings.mode.fast': ['must be below slow.'], '$.symbols[1]': ['is not known'], budget: ['a.', 'b.'], '': ['No.'] }),
    ).toEqual({ 'mode.fast': 'Must be below slow.', symbols: 'Is not known.', budget: 'A. B.', form: 'No.' });
  });
});

test('durations go both ways', () => {
  expect(['1.02:03:04', '00:03:00', '1d 2h 3m 4s', '90s', '12h', '3 min'].map(secondsOf)).toEqual([93_784, 180, 93_784, 90, 43_200, 180]);
  expect(['', 'soon', '5', '1:2'].map(secondsOf)).toEqual([null, null, null, null]);
  expect([travelling(93_784), spoken(93_784), spoken(0)]).toEqual(['1.02:03:04', '1d 2h 3m 4s', '0s']);
});
