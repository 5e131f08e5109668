/** The worked example of the start page: asked from the backend, never written down here. */
import { answer, client } from '$lib/api/client';
import type { Footprint, FootprintRequest } from '$lib/api/types';

type Item = FootprintRequest['items'][number];

const hotel = (rooms: number): Item => ({ type: 'hotel', country: 'NA', rooms, nights: 6 });
const flight = (from: string, to: string, travellers: number): Item => ({
  type: 'flight',
  from,
  to,
  cabin: 'economy',
  travellers,
  return: true
});
const trip = (items: Item[]): FootprintRequest => ({
  kind: 'trip',
  on: new Date().toISOString().slice(0, 10),
  items
});

/** Bremen-Frankfurt-Windhoek and back, economy, six nights, five travellers with a room each. */
const planned = trip([flight('BRE', 'FRA', 5), flight('FRA', 'WDH', 5), hotel(5)]);

/** Two of them travel, by rail to Frankfurt (404 km); the others join by video, twelve hours for five. */
const hybrid = trip([
  {
    type: 'rail',
    distance_km: 404,
    country: 'DE',
    travellers: 2,
    return: true
  },
  flight('FRA', 'WDH', 2),
  hotel(2),
  { type: 'video', participants: 5, hours: 12 }
]);

/** Half the range of each group: lines of one type that share their first factor err together. */
function halfRanges(footprint: Footprint): Map<string, number> {
  const groups = new Map<string, number>();
  for (const item of footprint.items) {
    const key = `${item.type} ${item.factors[0]?.id ?? ''}`;
    // Upwards, because the lower end may have been cut off at nothing.
    const half = item.ghg_high_kg - item.ghg_kg;
    groups.set(key, (groups.get(key) ?? 0) + half);
  }
  return groups;
}

export interface Saving {
  kg: number;
  lowKg: number;
  highKg: number;
}

/** What `b` saves against `a`: per group the difference of the ranges, then the root of the squares. */
export function saving(a: Footprint, b: Footprint): Saving {
  const [before, after] = [halfRanges(a), halfRanges(b)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  const half = Math.hypot(
    ...[...keys].map((key) => Math.abs((before.get(key) ?? 0) - (after.get(key) ?? 0)))
  );
  const kg = a.ghg_kg - b.ghg_kg;
  return { kg, lowKg: kg - half, highKg: kg + half };
}

export interface Example {
  footprint: Footprint;
  saving: Saving;
}

export async function workedExample(): Promise<Example> {
  const [footprint, other] = await Promise.all([
    answer(client.POST('/footprints', { body: planned })),
    answer(client.POST('/footprints', { body: hybrid }))
  ]);
  return { footprint, saving: saving(footprint, other) };
}
