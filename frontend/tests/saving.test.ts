import { describe, expect, it } from 'vitest';
import type { Footprint } from '../src/lib/api/types';
import { saving } from '../src/lib/features/start/example';

type Line = [type: string, factor: string, kg: number, half: number];
const footprint = (...lines: Line[]): Footprint =>
  ({
    ghg_kg: lines.reduce((sum, [, , kg]) => sum + kg, 0),
    items: lines.map(([type, id, kg, half]) => ({
      type,
      ghg_kg: kg,
      ghg_low_kg: kg - half,
      ghg_high_kg: kg + half,
      factors: [{ id }]
    }))
  }) as unknown as Footprint;

describe('what an alternative saves', () => {
  it('has no range where nothing differs', () => {
    const trip = footprint(['flight', 'AIR', 1000, 250]);
    expect(saving(trip, trip)).toEqual({ kg: 0, lowKg: 0, highKg: 0 });
  });

  it('adds the ranges of one factor before it subtracts them', () => {
    const two = footprint(['flight', 'AIR', 100, 25], ['flight', 'AIR', 100, 25]);
    const one = footprint(['flight', 'AIR', 100, 25]);
    expect(saving(two, one)).toEqual({ kg: 100, lowKg: 75, highKg: 125 });
  });

  it('combines different factors by the root of the squares', () => {
    const before = footprint(['flight', 'AIR', 100, 30], ['hotel', 'NA', 100, 40]);
    const after = footprint(['video', 'UBA', 0, 0]);
    expect(saving(before, after)).toEqual({ kg: 200, lowKg: 150, highKg: 250 });
  });
});
