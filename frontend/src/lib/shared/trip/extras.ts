/** The rows beside ways and hotel. */
import { powerCountries } from './countries';
import { travels, type Extra, type ExtraType, type Kind, type Plan } from './plan';

/** What each kind may have, the likeliest first. */
export const extrasOf: Record<Kind, readonly ExtraType[]> = {
  trip: ['ride', 'meal', 'freight', 'stay', 'power'],
  event: ['power', 'meal', 'ride', 'stay', 'freight'],
  shipment: ['freight'],
  purchase: ['goods', 'freight'],
  online_meeting: ['power']
};
/** Whether people meet, and so could meet on a screen. */
export const meets = (kind: Kind): boolean => travels(kind) || kind === 'online_meeting';

/** The control a row begins with. */
export const firstField: Record<ExtraType, string> = {
  ride: 'mode',
  stay: 'country',
  meal: 'diet',
  freight: 'mode',
  power: 'country',
  goods: 'material'
};

/** A new row, still to be filled in: what counts nothing is not sent. */
export function newExtra(type: ExtraType, country: string, plan: Plan): Extra {
  switch (type) {
    case 'ride':
      return { type, mode: 'rail', distanceKm: 0, country: 'DE' };
    case 'stay':
      return { type, country, nights: 1 };
    case 'meal':
      return { type, diet: 'vegetarian', count: plan.travellers * Math.max(1, plan.nights) };
    case 'freight':
      return { type, mode: 'sea_container', massKg: 0, distanceKm: 0 };
    case 'power':
      return { type, country: powerCountries.includes(country) ? country : 'DE', kwh: 0 };
    case 'goods':
      return { type, material: 'paper_recycled', amount: 0 };
  }
}
