import { describe, expect, it } from 'vitest';
import type { Version, VersionRow } from '$lib/api/footprint';
import { causesBetween, compareItems, pairOf } from '$lib/features/footprint/versions';

const flight = { type: 'flight', from: 'FRA', to: 'WDH', travellers: 2 };
const hotel = { type: 'hotel', country: 'NA', rooms: 2, nights: 6 };
const video = { type: 'video', participants: 5, hours: 2 };

type Line = [item: object, ghg_kg: number, factor: string, value: number];
const version = (...lines: Line[]): Version =>
  ({
    items: lines.map(([item]) => item),
    footprint: {
      items: lines.map(([, ghg_kg, id, value]) => ({ ghg_kg, factors: [{ id, value }] }))
    }
  }) as unknown as Version;
const row = (number: number, factor_set_kg: number, method_kg: number, input_kg: number) =>
  ({ number, factor_set_kg, method_kg, input_kg }) as VersionRow;

describe('two versions side by side', () => {
  it('pair the same item and name the factors that are not the same', () => {
    const before = version([flight, 100, 'AIR-24', 0.2], [hotel, 50, 'HOTEL', 30]);
    const after = version([hotel, 50, 'HOTEL', 30], [flight, 90, 'AIR-25', 0.18]);
    const [flown, slept] = compareItems(before, after);
    expect([flown?.before?.ghg_kg, flown?.after?.ghg_kg]).toEqual([100, 90]);
    expect(flown?.factorsBefore.map(({ id }) => id)).toEqual(['AIR-24']);
    expect(flown?.factorsAfter.map(({ id }) => id)).toEqual(['AIR-25']);
    expect([slept?.factorsBefore, slept?.factorsAfter]).toEqual([[], []]);
  });

  it('do not name a parameter both methods share with the same value', () => {
    const own = version([flight, 100, 'klimabruecke-2026:detour_rail', 1.2]);
    const other = version([flight, 90, 'desnz-2025:detour_rail', 1.2]);
    expect(compareItems(own, other)[0]?.factorsBefore).toEqual([]);
  });

  it('keep an item only one of them has, and never as nothing', () => {
    const compared = compareItems(version([flight, 100, 'A', 1]), version([video, 1, 'V', 1]));
    expect(compared.map(({ before, after }) => [before?.ghg_kg, after?.ghg_kg])).toEqual([
      [100, undefined],
      [undefined, 1]
    ]);
  });

  it('compare the same item twice one by one', () => {
    const twice = version([flight, 100, 'A', 1], [flight, 100, 'A', 1]);
    const once = version([flight, 100, 'A', 1]);
    expect(compareItems(twice, once).map(({ after }) => after?.ghg_kg)).toEqual([100, undefined]);
  });

  it('differ by the parts of every step between them, exact to the gram', () => {
    const rows = [row(1, 0, 0, 0), row(2, 0.1, 0, 0), row(3, 0.2, -5, 0), row(4, 0, 0, 7)];
    expect(causesBetween(rows, 1, 3)).toEqual({ factor_set_kg: 0.3, method_kg: -5, input_kg: 0 });
    expect(causesBetween(rows, 4, 3)).toMatchObject({ input_kg: -7 });
  });

  it('are two that exist', () => {
    const rows = [row(1, 0, 0, 0), row(2, 0, 0, 0)];
    expect(pairOf('1,2', rows)).toEqual([1, 2]);
    for (const given of [null, '', '1', '1,1', '1,3', '1,2,2', 'a,b'])
      expect(pairOf(given, rows)).toBeNull();
  });
});
