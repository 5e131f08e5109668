/** The worked example of the start page: asked from the backend, never written down here. */
import { answer, client } from '$lib/api/client';
import type { Footprint, FootprintRequest } from '$lib/api/types';
import { today } from '$lib/i18n/today';
import { savingRange, type Range } from '$lib/shared/computation/difference';

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
  on: today(),
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

export interface Example {
  footprint: Footprint;
  saving: Range;
}

export async function workedExample(): Promise<Example> {
  const [footprint, other] = await Promise.all([
    answer(client.POST('/footprints', { body: planned })),
    answer(client.POST('/footprints', { body: hybrid }))
  ]);
  return { footprint, saving: savingRange(footprint, other) };
}
