/**
 * Why variant B differs from A, step by step. Each step changes one thing and keeps the rest: first how
 * often and how many people, then rooms, ways, cabins, and what was added. Computed in whole grams from
 * the items of both answers, so that the steps add up to the difference exactly.
 */
import type { Footprint } from '$lib/api/types';
import { topicOf, type Topic } from './drivers';
import type { Line } from '$lib/shared/trip/items';
import type { Plan } from '$lib/shared/trip/plan';

export type StepKind = 'trips' | 'people' | 'ground' | 'cabin' | 'route' | Exclude<Topic, 'flight'>;

export interface Step {
  kind: StepKind;
  deltaKg: number;
  /** How much was counted before and after: trips, people, room nights. Null where nothing is. */
  before: number | null;
  after: number | null;
}

export interface Side {
  plan: Plan;
  lines: Line[];
  answer: Pick<Footprint, 'items'>;
}

interface Way {
  grams: number;
  mode: string;
  cabin: string;
  isReturn: boolean;
  isRide: boolean;
}

const gramsOf = (side: Side, at: number): number =>
  Math.round((side.answer.items[at]?.ghg_kg ?? 0) * 1000);

const isTransport = (type: string): boolean => ['flight', 'ground'].includes(topicOf(type));

/** Transport by where it goes: the same way by another means keeps its key. */
function waysOf(side: Side): Map<string, Way> {
  const ways = new Map<string, Way>();
  side.lines.forEach(({ item, from }, at) => {
    if (!isTransport(item.type)) return;
    const isRide = from.part === 'extra';
    const key = isRide ? `ride ${from.index} ${item.type}` : `${item.from} ${item.to}`;
    const found = ways.get(key);
    ways.set(key, {
      grams: (found?.grams ?? 0) + gramsOf(side, at),
      mode: item.type,
      cabin: String(item.cabin ?? ''),
      isReturn: item.return === true,
      isRide
    });
  });
  return ways;
}

const total = (ways: Map<string, Way>): number =>
  [...ways.values()].reduce((sum, way) => sum + way.grams, 0);

const scaled = (ways: Map<string, Way>, ratio: number): Map<string, Way> =>
  new Map([...ways].map(([key, way]) => [key, { ...way, grams: Math.round(way.grams * ratio) }]));

/** What turned one way into the other. */
function reason(before: Way | undefined, after: Way | undefined): StepKind {
  if (before?.isRide || after?.isRide) return 'ground';
  if (!before || !after) return 'route';
  if (before.mode !== after.mode) return 'ground';
  if (before.cabin !== after.cabin) return 'cabin';
  // The same way for other people: cars are shared, so they do not follow the number of people.
  return before.isReturn === after.isReturn ? 'people' : 'route';
}

function sumBy(side: Side, topic: Topic, value: (at: number) => number): number {
  return side.lines.reduce(
    (sum, { item }, at) => (topicOf(item.type) === topic ? sum + value(at) : sum),
    0
  );
}

const roomNights = (side: Side): number =>
  sumBy(side, 'hotel', (at) => {
    const item = side.lines[at]?.item;
    return Number(item?.rooms ?? 0) * Number(item?.nights ?? 0);
  });

const order: StepKind[] = [
  'trips',
  'people',
  'hotel',
  'ground',
  'cabin',
  'route',
  'video',
  'meal',
  'freight',
  'energy',
  'goods'
];

/** The steps from a to b in reading order, those that change nothing left out. */
export function stepsBetween(a: Side, b: Side): Step[] {
  const grams = new Map<StepKind, number>();
  const add = (kind: StepKind, change: number) => grams.set(kind, (grams.get(kind) ?? 0) + change);

  const before = waysOf(a);
  const people = a.plan.travellers ? b.plan.travellers / a.plan.travellers : 1;
  const trips = b.plan.travellers && a.plan.travellers ? b.plan.trips / a.plan.trips : 1;
  const afterTrips = scaled(before, trips);
  const afterPeople = scaled(before, trips * people);
  add('trips', total(afterTrips) - total(before));
  add('people', total(afterPeople) - total(afterTrips));
  const after = waysOf(b);
  for (const key of new Set([...afterPeople.keys(), ...after.keys()])) {
    const [from, to] = [afterPeople.get(key), after.get(key)];
    // Nobody travels: the ways are gone with the people, not for a reason of their own.
    add(to || from?.grams ? reason(from, to) : 'people', (to?.grams ?? 0) - (from?.grams ?? 0));
  }
  for (const topic of ['hotel', 'video', 'meal', 'freight', 'energy', 'goods'] as const)
    add(topic, sumBy(b, topic, (at) => gramsOf(b, at)) - sumBy(a, topic, (at) => gramsOf(a, at)));

  const counts: Partial<Record<StepKind, [number, number]>> = {
    trips: [a.plan.trips, b.plan.trips],
    people: [a.plan.travellers, b.plan.travellers],
    hotel: [roomNights(a), roomNights(b)]
  };
  return order
    .filter((kind) => grams.get(kind))
    .map((kind) => ({
      kind,
      deltaKg: (grams.get(kind) ?? 0) / 1000,
      before: counts[kind]?.[0] ?? null,
      after: counts[kind]?.[1] ?? null
    }));
}

/** The step that saves most, null where none saves anything. */
export const mainStep = (steps: Step[]): Step | null =>
  steps.reduce<Step | null>(
    (best, step) => (step.deltaKg < (best?.deltaKg ?? 0) ? step : best),
    null
  );
