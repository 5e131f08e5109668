/** The worked example: five people Bremen–Frankfurt–Windhoek and back, and what three variants change. */
import type { Footprint } from '$lib/api/types';
import { linesOf } from '$lib/shared/trip/items';
import { emptyPlan, type Place, type Places, type Plan } from '$lib/shared/trip/plan';
import { type Change } from '$lib/features/planner/board';
import { apply } from '$lib/features/planner/variants';
import type { Side } from '$lib/features/planner/waterfall';
import recorded from './answers.json';

/** Answers of POST /footprints for the four variants on 23 Nov 2026, recorded. */
export const answers = recorded as unknown as Record<'a' | 'b' | 'c' | 'd', Footprint>;

const place = (code: string, name: string, country: string, lat: number, lon: number): Place => ({
  code,
  name,
  nameDe: null,
  country,
  latitude_deg: lat,
  longitude_deg: lon,
  airport: `${name} Airport`
});
export const places: Places = new Map(
  [
    place('BRE', 'Bremen', 'DE', 53.0475, 8.78667),
    place('FRA', 'Frankfurt', 'DE', 50.0333, 8.57056),
    place('WDH', 'Windhoek', 'NA', -22.4799, 17.4709),
    place('DUR', 'Durban', 'ZA', -29.6144, 31.1197),
    place('JFK', 'New York', 'US', 40.6398, -73.7787),
    place('JNB', 'Johannesburg', 'ZA', -26.1392, 28.246)
  ].map((each) => [each.code, each])
);

export const plan: Plan = {
  ...emptyPlan(),
  legs: [
    { mode: 'flight', from: 'BRE', to: 'FRA' },
    { mode: 'flight', from: 'FRA', to: 'WDH' }
  ],
  travellers: 5,
  nights: 6
};

export const changes: Record<'a' | 'b' | 'c' | 'd', Change> = {
  a: {},
  b: { hub: 'rail' },
  c: { travellers: 3 },
  d: { hub: 'rail', travellers: 2, video: { participants: 5, hours: 12 } }
};

export function side(id: 'a' | 'b' | 'c' | 'd'): Side {
  const changed = apply(plan, changes[id], places);
  return { plan: changed, lines: linesOf(changed, 'trip', places), answer: answers[id] };
}
