/** From the items of an activity back to the plan whose fields show them. */
import { linesOf, type Item } from './items';
import {
  emptyPlan,
  modes,
  openLeg,
  rideModes,
  type Cabin,
  type Diet,
  type Extra,
  type FreightMode,
  type Kind,
  type Material,
  type Mode,
  type Places,
  type Plan,
  type RideMode
} from './plan';

export interface Taken {
  plan: Plan;
  /** What the fields of a plan cannot say, such as a second cabin; it stays as it is. */
  kept: Item[];
}

const canonical = (item: Item): string => JSON.stringify(Object.entries(item).sort());
const sameItems = (some: Item[], others: Item[]): boolean =>
  some.map(canonical).sort().join() === others.map(canonical).sort().join();

const isMode = (type: string): type is Mode => modes.some((mode) => mode === type);
const isRide = (type: string): type is RideMode => rideModes.some((mode) => mode === type);
const isWay = ({ type, from, to }: Item): boolean => isMode(type) && Boolean(from && to);

/** The plan with this item besides, as well as its fields can say it; null where none could. */
function withItem(plan: Plan, item: Item): Plan | null {
  const extra = (more: Extra): Plan => ({ ...plan, extras: [...plan.extras, more] });
  const number = (field: string): number => Number(item[field] ?? 0);
  const text = (field: string): string => String(item[field] ?? '');
  const { type } = item;
  if (isWay(item))
    return {
      ...plan,
      legs: [...plan.legs, { mode: type as Mode, from: text('from'), to: text('to') }]
    };
  if (isRide(type))
    return extra({
      type: 'ride',
      mode: type,
      distanceKm: number('distance_km'),
      country: text('country')
    });
  switch (type) {
    case 'hotel':
      if (plan.nights)
        return extra({ type: 'stay', country: text('country'), nights: number('nights') });
      return {
        ...plan,
        nights: number('nights'),
        rooms: number('rooms') === plan.travellers ? null : number('rooms'),
        hotelCountry: text('country')
      };
    case 'video':
      return {
        ...plan,
        video: { participants: number('participants'), hours: number('hours') }
      };
    case 'meal':
      return extra({ type, diet: text('diet') as Diet, count: number('count') });
    case 'freight':
      return extra({
        type,
        mode: text('mode') as FreightMode,
        massKg: number('mass_kg'),
        distanceKm: number('distance_km')
      });
    case 'electricity':
      return extra({ type: 'power', country: text('country'), kwh: number('kwh') });
    case 'material':
      return extra({
        type: 'goods',
        material: text('material') as Material,
        amount: number(item.count === undefined ? 'mass_kg' : 'count')
      });
    default:
      return null;
  }
}

/** People, cabin and way back are those of the first way; what differs from them is kept as it is. */
function framed(items: readonly Item[]): Plan {
  const way = items.find(isWay);
  const counted = way ?? items.find(({ travellers }) => travellers !== undefined);
  const flight = items.find(({ type, cabin }) => type === 'flight' && cabin !== undefined);
  return {
    ...emptyPlan(),
    legs: [],
    travellers: Number(counted?.travellers ?? 1),
    roundTrip: way ? way.return === true : true,
    cabin: (flight?.cabin as Cabin | undefined) ?? 'economy'
  };
}

/** Whatever is taken over is what the fields would send again, to the last value. */
export function takenFrom(items: readonly Item[], kind: Kind, places: Places): Taken {
  let plan = framed(items);
  const taken: Item[] = [];
  const kept: Item[] = [];
  for (const item of items) {
    const next = withItem(plan, item);
    const sent = next ? linesOf(next, kind, places).map((line) => line.item) : [];
    if (next && sameItems(sent, [...taken, item])) {
      plan = next;
      taken.push(item);
    } else kept.push(item);
  }
  return { plan: { ...plan, legs: plan.legs.length ? plan.legs : [openLeg()] }, kept };
}
