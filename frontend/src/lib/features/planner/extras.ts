/** The control a row begins with. */
export const firstField: Record<ExtraType, string> = {
  ride: 'mode',
  stay: 'country',
  meal: 'diet',
  freight: 'mode',
  power: 'country'
};

/** A new row, still to be filled in: what counts nothing is not sent. */
import { powerCountries } from './countries';
import type { Extra, ExtraType, Plan } from './plan';

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
  }
}
