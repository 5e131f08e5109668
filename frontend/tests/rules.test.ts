import { describe, expect, it } from 'vitest';
import type { Total } from '../src/lib/api/footprint';
import type { Rule } from '../src/lib/api/rules';
import { answersOf, hoursOf, type Leg } from '../src/lib/features/rules/answers';
import { changeOf, draftOf } from '../src/lib/features/rules/draft';
import { beside } from '../src/lib/features/rules/sums';
import { amountText, centsOf } from '../src/lib/features/rules/words';

describe('amounts as people type them', () => {
  it.each([
    ['25', 2500],
    ['25,5', 2550],
    [' 25.50 ', 2550],
    ['0', null],
    ['1.234,50', null],
    ['-3', null],
    ['', null]
  ])('reads %j as %j cents', (entry, cents) => expect(centsOf(entry)).toBe(cents));

  it('writes them back', () => {
    expect(amountText(2550)).toBe('25,50');
    expect(amountText(null)).toBe('');
  });
});

describe('answers about legs', () => {
  const leg: Leg = {
    key: 'flight-BRE-FRA',
    type: 'flight',
    from: 'BRE',
    to: 'FRA',
    hours: '',
    exception: '',
    reason: ''
  };

  it('leaves out what was not answered', () => {
    expect(answersOf([leg, { ...leg, hours: '4,5' }])).toEqual([
      { type: 'flight', from: 'BRE', to: 'FRA', rail_hours: 4.5 }
    ]);
  });

  it('tells nothing from what is no number of hours', () => {
    expect([hoursOf(' '), hoursOf('4,5'), hoursOf('lang'), hoursOf('0')]).toEqual([
      null,
      4.5,
      Number.NaN,
      Number.NaN
    ]);
  });
});

describe('a new amount of the levy', () => {
  const rule = {
    city_id: 'bremen',
    kind: 'co2_levy',
    title_de: 'Abgabe',
    title_en: null,
    text_de: null,
    text_en: null,
    valid_from_on: '2021-09-01',
    valid_to_on: null,
    active: true,
    max_rail_hours: null,
    amount_cents_per_tonne: null,
    currency: 'EUR',
    source_id: 'SF-RS-10-2021',
    source_note: 'S. 1',
    verification: 'reported'
  } as Rule;
  const draft = { ...draftOf(rule), amount: '25', source_note: 'Bescheid' };
  const sent = { amount_cents_per_tonne: 2500, source_note: 'Bescheid', verification: 'reported' };

  it('takes its own source and proof along', () => {
    expect(changeOf(rule, draft)).toEqual({ ...sent, source_id: null });
  });

  it('keeps the source of the rule only where someone says so', () => {
    const said = { ...draft, in_same_source: true };
    expect(changeOf(rule, said)).toEqual({ ...sent, source_id: 'SF-RS-10-2021' });
  });

  it('is none where the amount stays', () => {
    expect(changeOf(rule, { ...draftOf(rule), title_de: 'B' })).toEqual({ title_de: 'B' });
  });
});

it('puts contributions beside the gross total of their city and year, and subtracts nothing', () => {
  const gross = { year: 2026, city_id: 'bremen', ghg_kg: 8850, demo: false } as Total;
  const given = {
    year: 2025,
    city_id: 'bremen',
    kind: 'levy',
    currency: 'EUR',
    amount_cents: 100,
    contributions: 1,
    demo: true
  } as const;
  expect(beside([gross], [given, { ...given, year: 2026 }])).toEqual([
    { year: 2026, city_id: 'bremen', gross, given: [{ ...given, year: 2026 }], demo: true },
    { year: 2025, city_id: 'bremen', gross: null, given: [given], demo: true }
  ]);
});
