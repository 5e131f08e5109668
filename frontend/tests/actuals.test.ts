import { describe, expect, it } from 'vitest';
import type { KeptItem, TravelRow } from '$lib/api/actuals';
import {
  asPlanned,
  countsOf,
  itemsOf,
  mistakesIn,
  ownRow,
  placesOf,
  plannedRows,
  rowsWith,
  tableRows
} from '$lib/features/footprint/actuals.svelte';

const flight = {
  type: 'flight',
  from: 'FRA',
  to: 'WDH',
  cabin: 'economy',
  travellers: 1
} as KeptItem;
const hotel = { type: 'hotel', country: 'NA', rooms: 1, nights: 6 } as KeptItem;
const line = (row: number, item: KeptItem | null, candidates: KeptItem[] = []): TravelRow => ({
  row,
  item,
  question: item ? null : { code: 'class_unclear', detail: 'Welche?' },
  candidates
});

describe('the rows of a table', () => {
  it('are one for all passengers of a flight, and one for all rooms of a stay', () => {
    const rows = tableRows([line(2, flight), line(3, flight), line(4, hotel), line(5, hotel)]);
    expect(itemsOf(rows)).toEqual([
      { ...flight, travellers: 2 },
      { ...hotel, rooms: 2 }
    ]);
    expect(rows.map(({ lines }) => lines)).toEqual([
      [2, 3],
      [4, 5]
    ]);
  });
  it('stay apart where the cabin or the nights differ', () => {
    const business = { ...flight, cabin: 'business' } as KeptItem;
    expect(tableRows([line(2, flight), line(3, business)])).toHaveLength(2);
    expect(tableRows([line(2, hotel), line(3, { ...hotel, nights: 5 })])).toHaveLength(2);
  });
  it('leave of the plan what they say nothing about', () => {
    const planned = [
      { ...flight, travellers: 5 },
      hotel,
      { type: 'meal', diet: 'vegan', count: 9 }
    ];
    const rows = rowsWith([line(2, flight)], planned as KeptItem[]);
    expect(itemsOf(rows).map(({ type }) => type)).toEqual(['flight', 'hotel', 'meal']);
    expect(rows.map(({ unsaid }) => unsaid)).toEqual([false, true, true]);
    const both = rowsWith([line(2, flight), line(3, hotel)], planned as KeptItem[]);
    expect(itemsOf(both).map(({ type }) => type)).toEqual(['flight', 'hotel', 'meal']);
  });
  it('are questions until they are answered or left out', () => {
    const [open] = tableRows([line(2, null, [flight])]);
    expect(mistakesIn([open!])).toEqual([{ id: `${open!.key}-choice`, message: 'Welche?' }]);
    expect(mistakesIn([{ ...open!, item: flight }])).toEqual([]);
    expect(mistakesIn([{ ...open!, happened: false }, ...plannedRows([hotel])])).toEqual([]);
  });
});

describe('what is sent', () => {
  it('is the plan until something differs', () => {
    const rows = plannedRows([flight, hotel]);
    expect(asPlanned(rows, [flight, hotel])).toBe(true);
    expect(asPlanned([{ ...rows[0]!, happened: false }, rows[1]!], [flight, hotel])).toBe(false);
  });
  it('is never nothing, and a way by hand has two ends', () => {
    const [row] = plannedRows([flight]);
    expect(mistakesIn([{ ...row!, happened: false }]).map(({ id }) => id)).toEqual(['actuals-add']);
    const own = ownRow();
    expect(mistakesIn([row!, own]).map(({ id }) => id)).toEqual([`${own.key}-from`]);
  });
  it('leads a refusal to the row it is about, though rows before it were left out', () => {
    const rows = plannedRows([flight, hotel]);
    const left = [{ ...rows[0]!, happened: false }, rows[1]!];
    expect(placesOf(left)).toEqual({ '/items/0': `${rows[1]!.key}-happened` });
  });
});

it('asks of a car how many, not who sat in it', () => {
  expect(countsOf({ type: 'car', travellers: 4, vehicles: 2 } as KeptItem)).toEqual(['vehicles']);
  expect(countsOf(flight)).toEqual(['travellers']);
  expect(countsOf(hotel)).toEqual(['rooms', 'nights']);
});
