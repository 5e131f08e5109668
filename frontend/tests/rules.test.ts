import { describe, expect, it } from 'vitest';
import type { Total } from '../src/lib/api/footprint';
import { answersOf, hoursOf, type Leg } from '../src/lib/features/rules/answers';
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
