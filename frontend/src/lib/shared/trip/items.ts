/** From a plan to the items of POST /footprints, and back from a JSON pointer to a field on screen. */
import { firstField } from './extras';
import {
  hotelCountryOf,
  isComplete,
  isPiece,
  passengersOf,
  roomsOf,
  travels,
  type Extra,
  type Kind,
  type Leg,
  type Places,
  type Plan
} from './plan';

/** One item as the API takes it; contract: Footprints. */
export type Item = { type: string } & Record<string, string | number | boolean>;

export interface Line {
  item: Item;
  /** Item field -> id of the control that sets it; '' names the control for anything else. */
  fields: Record<string, string>;
  /** Position of the leg or extra it was made from. */
  from: { part: 'leg' | 'hotel' | 'video' | 'extra' | 'kept'; index: number };
}

/** How many people sit in a car that nobody counted. */
export const peoplePerCar = 4;

export interface Request {
  kind: Kind;
  on: string;
  items: Item[];
}

function legLine(leg: Leg, index: number, plan: Plan, places: Places): Line {
  const travellers = passengersOf(plan);
  const ends = { from: leg.from, to: leg.to };
  const fields = {
    from: `leg-${index}-from`,
    to: `leg-${index}-to`,
    travellers: 'travellers',
    '': `leg-${index}-to`
  };
  const source = { part: 'leg' as const, index };
  if (leg.mode === 'flight') {
    const item = { type: 'flight', ...ends, cabin: plan.cabin, travellers, return: plan.roundTrip };
    return { item, fields: { ...fields, cabin: 'cabin' }, from: source };
  }
  const country = places.get(leg.from)?.country ?? '';
  const vehicles = Math.ceil(plan.travellers / peoplePerCar) * plan.trips;
  const item = {
    type: leg.mode,
    ...ends,
    country,
    travellers,
    return: plan.roundTrip,
    ...(leg.mode === 'car' && { vehicles })
  };
  return { item, fields: { ...fields, country: `leg-${index}-mode` }, from: source };
}

function hotelLine(country: string, nights: number, plan: Plan): Item {
  return { type: 'hotel', country, rooms: roomsOf(plan), nights: nights * plan.trips };
}

function extraItem(extra: Extra, plan: Plan): Item | null {
  switch (extra.type) {
    case 'ride': {
      if (!plan.travellers || !extra.distanceKm) return null;
      const vehicles = Math.ceil(plan.travellers / peoplePerCar) * plan.trips;
      return {
        type: extra.mode,
        distance_km: extra.distanceKm,
        country: extra.country,
        travellers: passengersOf(plan),
        ...(extra.mode === 'car' && { vehicles })
      };
    }
    case 'stay':
      return plan.travellers && extra.nights ? hotelLine(extra.country, extra.nights, plan) : null;
    case 'meal':
      return extra.count ? { type: 'meal', diet: extra.diet, count: extra.count } : null;
    case 'freight': {
      const { mode, massKg, distanceKm } = extra;
      return massKg && distanceKm
        ? { type: 'freight', mode, mass_kg: massKg, distance_km: distanceKm }
        : null;
    }
    case 'power':
      return extra.kwh ? { type: 'electricity', country: extra.country, kwh: extra.kwh } : null;
    case 'goods': {
      const { material, amount } = extra;
      if (!amount) return null;
      const bought = { type: 'material', material };
      return isPiece(material)
        ? { ...bought, count: Math.round(amount) }
        : { ...bought, mass_kg: amount };
    }
  }
}

/** Item field -> control of the row, where their names differ. */
const rowFields: Record<string, string> = {
  distance_km: 'distanceKm',
  mass_kg: 'massKg',
  type: 'mode'
};
const goodsFields: Record<string, string> = { count: 'amount', mass_kg: 'amount' };

function extraLine(extra: Extra, index: number, plan: Plan): Line | null {
  const item = extraItem(extra, plan);
  if (!item) return null;
  const names = extra.type === 'goods' ? goodsFields : rowFields;
  const id = (field: string) => `extra-${index}-${names[field] ?? field}`;
  const own = Object.fromEntries(Object.keys(item).map((field) => [field, id(field)]));
  const fields = {
    ...own,
    travellers: 'travellers',
    rooms: 'rooms',
    '': id(firstField[extra.type])
  };
  return { item, fields, from: { part: 'extra', index } };
}

/** The items of a plan in the order of the screen; what is not filled in yet is left out. */
export function linesOf(plan: Plan, kind: Kind, places: Places): Line[] {
  const travelled = travels(kind) && plan.travellers > 0;
  const lines: (Line | null)[] = [];
  if (travelled)
    plan.legs.forEach((leg, index) =>
      lines.push(isComplete(leg) ? legLine(leg, index, plan, places) : null)
    );
  const country = hotelCountryOf(plan, places);
  if (travelled && plan.nights && country)
    lines.push({
      item: hotelLine(country, plan.nights, plan),
      fields: { country: 'hotel-country', rooms: 'rooms', nights: 'nights', '': 'nights' },
      from: { part: 'hotel', index: 0 }
    });
  if (plan.video?.hours)
    lines.push({
      item: { type: 'video', ...plan.video },
      fields: { participants: 'video-participants', hours: 'video-hours', '': 'video-hours' },
      from: { part: 'video', index: 0 }
    });
  plan.extras.forEach((extra, index) => lines.push(extraLine(extra, index, plan)));
  return lines.filter((line) => line !== null);
}

export const requestOf = (kind: Kind, on: string, lines: Line[]): Request => ({
  kind,
  on,
  items: lines.map((line) => line.item)
});

/** `/items/2/to` -> the id of the control that holds it; unknown places lead to the date. */
export function fieldAt(pointer: string, lines: Line[]): string {
  const found = /^\/items\/(\d+)(?:\/(\w+))?/.exec(pointer);
  const fields = found && lines[Number(found[1])]?.fields;
  return (fields && (fields[found[2] ?? ''] ?? fields[''])) || 'travel-day';
}

/** Where the server's pointers lead in a form of its own. */
export const placesOf = (lines: Line[]): Record<string, string> =>
  Object.fromEntries(
    lines.flatMap(({ fields }, at) =>
      Object.entries(fields).map(([field, id]) => [
        field ? `/items/${at}/${field}` : `/items/${at}`,
        id
      ])
    )
  );

/** The sentences of a refusal by the id of their control; each control keeps its first. */
export function errorsByField(
  pointers: Readonly<Record<string, string>>,
  lines: Line[]
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [pointer, sentence] of Object.entries(pointers))
    errors[fieldAt(pointer, lines)] ??= sentence;
  return errors;
}
