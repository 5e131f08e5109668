/** One click changes that really change legs and people, and how a variant follows plan A. */
import { greatCircleKm } from '$lib/map/geo';
import { railCountries } from '$lib/shared/trip/countries';
import {
  destinationOf,
  isComplete,
  isFlight,
  limits,
  passengersOf,
  roomsOf,
  same,
  type Leg,
  type Places,
  type Plan
} from '$lib/shared/trip/plan';
import { type Board, type Change } from './board';

/** Beyond this a way to the hub is no feeder any more. */
export const feederLimitKm = 1000;

/** Video hours a night away is worth: an assumption, shown and editable. */
export const videoHoursPerNight = 2;

export type Recipe = 'hub' | 'fewer' | 'longer' | 'hybrid' | 'online' | 'own';
export const recipes: readonly Recipe[] = ['hub', 'fewer', 'longer', 'hybrid', 'online', 'own'];

export interface Feeder {
  index: number;
  /** The airport where the long flight begins or ends. */
  hub: string;
  mode: 'rail' | 'coach';
}

/** The short flight to or from a hub that the ground can replace, null where there is none. */
export function feederOf(legs: Leg[], places: Places): Feeder | null {
  const flights = legs.filter(isFlight);
  if (flights.length < 2 || !flights.every(isComplete)) return null;
  for (const leg of [flights[0], flights.at(-1)]) {
    const from = places.get(leg?.from ?? '');
    const to = places.get(leg?.to ?? '');
    if (!leg || !from || !to || greatCircleKm(from, to) > feederLimitKm) continue;
    // Where rail has no sourced factor the feeder becomes a coach.
    const byRail = [from, to].every((end) => railCountries.includes(end.country));
    const mode = byRail ? 'rail' : 'coach';
    return { index: legs.indexOf(leg), hub: leg === flights[0] ? leg.to : leg.from, mode };
  }
  return null;
}

function onTheGround(legs: Leg[], mode: 'rail' | 'coach', places: Places): Leg[] {
  const feeder = feederOf(legs, places);
  return legs.map((leg, at) => (at === feeder?.index ? { ...leg, mode } : leg));
}

/** The plan a variant stands for. */
export function apply(base: Plan, change: Change, places: Places): Plan {
  const { hub, ...fields } = change;
  const plan = { ...base, ...fields };
  return hub ? { ...plan, legs: onTheGround(plan.legs, hub, places) } : plan;
}

/** What `plan` changes in `base`: the smallest change that gives it again. */
export function changeBetween(base: Plan, plan: Plan, places: Places): Change {
  const change: Change = {};
  for (const key of Object.keys(plan) as (keyof Plan)[])
    if (!same(base[key], plan[key])) Object.assign(change, { [key]: plan[key] });
  for (const hub of ['rail', 'coach'] as const)
    if (change.legs && same(onTheGround(base.legs, hub, places), change.legs)) {
      delete change.legs;
      change.hub = hub;
    }
  return change;
}

/** How many of `travellers` a first proposal sends. */
const some = (travellers: number, share: number): number =>
  Math.max(1, Math.min(travellers - 1, Math.ceil(travellers * share)));

const videoFor = (plan: Plan): Plan['video'] => ({
  participants: Math.min(limits.participants, Math.max(2, plan.travellers)),
  hours: Math.min(limits.hours, videoHoursPerNight * Math.max(1, plan.nights) * plan.trips)
});

/** Fewer trips, or fewer people, who stay as many nights altogether. */
function longerStay(plan: Plan): Change | null {
  if (plan.trips > 1)
    return { trips: 1, nights: Math.min(limits.nights, plan.nights * plan.trips) };
  if (plan.travellers < 2 || plan.nights < 1) return null;
  const travellers = some(plan.travellers, 0.6);
  const roomNights = roomsOf(plan) * plan.nights;
  const nights = Math.min(limits.nights, Math.ceil(roomNights / travellers));
  return { travellers, nights, ...(plan.rooms !== null && { rooms: travellers }) };
}

/** The change of a one-click variant, or null where the plan leaves nothing to change that way. */
export function changeFor(recipe: Recipe, plan: Plan, places: Places): Change | null {
  const feeder = feederOf(plan.legs, places);
  const travels = plan.travellers > 0 && plan.legs.some(isComplete);
  const groups = plan.travellers > 1;
  const rooms = (travellers: number): Change =>
    plan.rooms === null ? {} : { rooms: Math.min(plan.rooms, travellers) };
  switch (recipe) {
    case 'hub':
      return travels && feeder ? { hub: feeder.mode } : null;
    case 'fewer': {
      const travellers = some(plan.travellers, 0.6);
      return travels && groups ? { travellers, ...rooms(travellers) } : null;
    }
    case 'longer':
      return travels ? longerStay(plan) : null;
    case 'hybrid': {
      const travellers = some(plan.travellers, 0.4);
      if (!travels || !groups) return null;
      const hub = feeder && { hub: feeder.mode };
      return { ...hub, travellers, ...rooms(travellers), video: videoFor(plan) };
    }
    case 'online':
      return travels ? { travellers: 0, video: videoFor(plan) } : null;
    case 'own':
      return {};
  }
}

/** The board after variant `index` became the plan; the others keep what they stand for. */
export function takeOver(board: Board, index: number, places: Places): Board {
  const plans = board.changes.map((change) => apply(board.plan, change, places));
  const plan = plans[index - 1];
  if (!plan) return board;
  const changes = [board.plan, ...plans]
    .filter((_, at) => at !== index)
    .map((other) => changeBetween(plan, other, places))
    .filter((change) => Object.keys(change).length > 0);
  return { ...board, plan, changes, shown: Math.min(1, changes.length), example: false };
}

/** Whether two plans count the same people, so that only their ways differ. */
export const samePeople = (a: Plan, b: Plan): boolean => passengersOf(a) === passengersOf(b);

export const sameDestination = (a: Plan, b: Plan): boolean => destinationOf(a) === destinationOf(b);
