import { describe, expect, it } from 'vitest';
import { groupsOf, rangeOf, savingRange, verdict } from '$lib/shared/computation/difference';
import { driversOf } from '$lib/features/planner/drivers';
import { answers } from './fixtures';

const tonnes = ({ low, central, high }: { low: number; central: number; high: number }) =>
  [central, low, high].map((kg) => Math.round(kg / 10) / 100);

describe('the range of a difference', () => {
  it.each([
    ['b', [0.44, 0.3, 0.58], 0.05],
    ['c', [3.54, 2.69, 4.39], 0.4],
    ['d', [5.48, 4.16, 6.8], 0.62]
  ] as const)('of A and %s is the published one', (id, expected, share) => {
    const saving = savingRange(answers.a, answers[id]);
    expect(tonnes(saving)).toEqual(expected);
    expect(saving.central / answers.a.ghg_kg).toBeCloseTo(share, 2);
  });

  it('is narrower than the ranges it comes from, because both share their factors', () => {
    const saving = savingRange(answers.a, answers.b);
    expect(saving.high - saving.low).toBeLessThan(answers.a.ghg_high_kg - answers.a.ghg_low_kg);
  });

  it('of a plan and itself is nothing at all', () => {
    const none = savingRange(answers.a, answers.a);
    expect(none).toEqual({ low: 0, central: 0, high: 0 });
    expect(verdict(none)).toBe('equal');
  });

  it('turned round changes its sign', () => {
    const there = savingRange(answers.a, answers.d);
    const back = savingRange(answers.d, answers.a);
    expect([back.low, back.central, back.high]).toEqual([-there.high, -there.central, -there.low]);
    expect([verdict(there), verdict(back)]).toEqual(['less', 'more']);
  });

  it('is open where the range contains nothing', () => {
    expect(verdict({ low: -1, central: 3, high: 7 })).toBe('unclear');
  });
});

describe('groups of the same factor', () => {
  it('give the range of the calculator', () => {
    for (const answer of Object.values(answers)) {
      const { low, central, high } = rangeOf(groupsOf(answer));
      expect(central).toBe(answer.ghg_kg);
      expect(low).toBeCloseTo(answer.ghg_low_kg, 2);
      expect(high).toBeCloseTo(answer.ghg_high_kg, 2);
    }
  });

  it('twenty equal flights keep the percentage of one', () => {
    const [flight] = answers.a.items;
    if (!flight) throw new Error('the fixture has no flight');
    const { low, central } = rangeOf(groupsOf({ items: Array(20).fill(flight) }));
    expect((central - low) / central).toBeCloseTo(0.25, 3);
  });
});

describe('what drives the number', () => {
  it('flights 83 %, hotel 17 %; the range 74 % from flights', () => {
    const [flights, hotel] = driversOf(answers.a);
    expect(flights).toMatchObject({ topic: 'flight', ghgKg: 7308.054 });
    expect(flights?.share).toBeCloseTo(0.83, 2);
    expect(flights?.varianceShare).toBeCloseTo(0.74, 2);
    expect(hotel).toMatchObject({ topic: 'hotel', ghgKg: 1542 });
    expect(hotel?.varianceShare).toBeCloseTo(0.26, 2);
  });

  it('all parts make the whole', () => {
    const drivers = driversOf(answers.d);
    expect(drivers.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 9);
    expect(drivers.reduce((sum, each) => sum + each.varianceShare, 0)).toBeCloseTo(1, 9);
  });
});
