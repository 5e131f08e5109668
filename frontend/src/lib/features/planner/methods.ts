/** The same flights by the other methods, per person: rows of the method strip. */
import type { Comparison, Footprint } from '$lib/api/types';
import type { Item, Line } from '$lib/shared/trip/items';
import { kg, type Range } from '$lib/shared/computation/difference';
import { passengersOf, type Plan } from '$lib/shared/trip/plan';

export type ComparedMethod = Comparison['items'][number];

export interface MethodRow {
  id: string;
  method: string;
  own: boolean;
  /** With the effect beyond greenhouse gases, drawn as a diamond. */
  nonCo2: boolean;
  kg: number;
  /** Our own method says how sure it is. */
  range: Range | null;
  compared: ComparedMethod;
}

/** The flights of a plan for one person: what all methods can be asked. */
export const flightsOf = (lines: Line[]): Item[] =>
  lines
    .filter(({ item }) => item.type === 'flight')
    .map(({ item }) => ({ ...item, travellers: 1 }));

/** Our own flights per person: greenhouse gases, and with the effect beyond them. */
export function ownFlights(
  plan: Plan,
  answer: Pick<Footprint, 'items'>
): { ghg: Range; climate: Range } {
  const people = passengersOf(plan) || 1;
  const flights = answer.items.filter((item) => item.type === 'flight');
  const sum = (value: (item: (typeof flights)[number]) => number) =>
    flights.reduce((total, item) => total + value(item), 0) / people;
  const central = sum((item) => item.ghg_kg);
  const spread = sum((item) => item.ghg_high_kg - item.ghg_kg);
  return {
    ghg: {
      low: kg(Math.max(0, central - spread)),
      central: kg(central),
      high: kg(central + spread)
    },
    climate: {
      low: kg(central + sum((item) => item.non_co2_kg.low)),
      central: kg(central + sum((item) => item.non_co2_kg.central)),
      high: kg(central + sum((item) => item.non_co2_kg.high))
    }
  };
}

/** Greenhouse gases first, then with non-CO2; in each our own on top, the others by size. */
export function methodRows(
  compared: ComparedMethod[],
  ownId: string,
  own: { ghg: Range; climate: Range }
): MethodRow[] {
  const rows: MethodRow[] = [];
  for (const each of compared) {
    if (each.ghg_kg === null) continue;
    const row = { method: each.method, own: each.method === ownId, compared: each };
    if (!row.own)
      rows.push({
        ...row,
        id: each.method,
        nonCo2: each.includes.non_co2,
        kg: each.ghg_kg,
        range: null
      });
    else {
      const { ghg, climate } = own;
      rows.push({ ...row, id: `${ownId} ghg`, nonCo2: false, kg: each.ghg_kg, range: ghg });
      rows.push({
        ...row,
        id: `${ownId} climate`,
        nonCo2: true,
        kg: climate.central,
        range: climate
      });
    }
  }
  const rank = (row: MethodRow) => (row.nonCo2 ? 2 : 0) + (row.own ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || a.kg - b.kg);
}

/** How far the methods lie apart, kg per person; null without at least two of them. */
export function spreadOf(rows: MethodRow[]): { low: number; high: number } | null {
  if (new Set(rows.map((row) => row.method)).size < 2) return null;
  const values = rows.map((row) => row.kg);
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** What a method contains, in the given words. */
export function includedWords(
  includes: ComparedMethod['includes'],
  words: Record<keyof ComparedMethod['includes'], string>
): string {
  const order = ['non_co2', 'wtt', 'detour', 'construction'] as const;
  return order
    .filter((part) => includes[part])
    .map((part) => words[part])
    .join(', ');
}
