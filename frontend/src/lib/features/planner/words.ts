/** The planner's things as people name them. */
import { bilingual, country, number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import type { Topic } from './drivers';
import type {
  Cabin,
  Diet,
  ExtraType,
  FreightMode,
  Kind,
  Leg,
  Mode,
  Place,
  Places,
  RideMode
} from './plan';
import { letters } from './url';
import type { Recipe } from './variants';

export const letter = (index: number): string => (letters[index] ?? '').toUpperCase();

/** Small numbers as words: drei, three. */
export const count = (n: number): string =>
  m.planner_number_words().split(',')[Number.isInteger(n) ? n : -1] ?? number(n);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const people = (n: number): string => m.planner_people({ count: n, words: count(n) });
export const nights = (n: number): string => m.planner_nights({ count: n, words: count(n) });
export const trips = (n: number): string => m.planner_trips({ count: n, words: count(n) });
export const rooms = (n: number): string => m.planner_rooms({ count: n, words: count(n) });

export const kindWord: Record<Kind, () => string> = {
  trip: m.planner_kind_trip,
  event: m.planner_kind_event,
  shipment: m.planner_kind_shipment
};
export const modeWord: Record<Mode | RideMode, () => string> = {
  flight: m.planner_mode_flight,
  rail: m.planner_mode_rail,
  coach: m.planner_mode_coach,
  car: m.planner_mode_car,
  taxi: m.planner_mode_taxi,
  ferry: m.planner_mode_ferry
};
export const cabinWord: Record<Cabin, () => string> = {
  economy: m.planner_cabin_economy,
  premium: m.planner_cabin_premium,
  business: m.planner_cabin_business,
  first: m.planner_cabin_first
};
export const dietWord: Record<Diet, () => string> = {
  vegan: m.planner_diet_vegan,
  vegetarian: m.planner_diet_vegetarian,
  chicken: m.planner_diet_chicken,
  beef: m.planner_diet_beef,
  white_fish: m.planner_diet_white_fish,
  oily_fish: m.planner_diet_oily_fish
};
export const freightWord: Record<FreightMode, () => string> = {
  sea_container: m.planner_freight_sea_container,
  air_long_haul: m.planner_freight_air_long_haul,
  air_short_haul: m.planner_freight_air_short_haul,
  road: m.planner_freight_road,
  van: m.planner_freight_van,
  rail: m.planner_freight_rail
};
export const extraWord: Record<ExtraType, () => string> = {
  ride: m.planner_extra_ride,
  stay: m.planner_extra_stay,
  meal: m.planner_extra_meal,
  freight: m.planner_extra_freight,
  power: m.planner_extra_power
};
export const topicWord: Record<Topic, () => string> = {
  flight: m.planner_topic_flight,
  ground: m.planner_topic_ground,
  hotel: m.planner_topic_hotel,
  video: m.planner_topic_video,
  meal: m.planner_topic_meal,
  freight: m.planner_topic_freight,
  energy: m.planner_topic_energy,
  goods: m.planner_topic_goods
};
export const recipeWord: Record<Recipe, () => string> = {
  hub: m.planner_recipe_hub,
  fewer: m.planner_recipe_fewer,
  longer: m.planner_recipe_longer,
  hybrid: m.planner_recipe_hybrid,
  online: m.planner_recipe_online,
  own: m.planner_recipe_own
};

/** The select options of a table of words. */
export const options = <T extends string>(
  values: readonly T[],
  words: Record<T, () => string>
): { value: T; label: string }[] => values.map((value) => ({ value, label: words[value]() }));

/** A place in the language of the page. */
export const nameOf = (place: Place): string =>
  bilingual(place.nameDe ?? place.name, place.name).text;

/** As people say it: Frankfurt, not Frankfurt am Main; the code tells which. */
const shortName = (name: string): string => name.split(/ am | an der | \(| ?\/ ?/)[0] ?? name;

export function placeName(code: string, places: Places): string {
  const place = places.get(code);
  return place ? shortName(nameOf(place)) : code;
}
export const countryName = (place: Place): string => country(place.country);

/** The calculator's sentences write CO2; screens write it as chemists do. */
export const chemical = (text: string): string => text.replaceAll('CO2', 'CO₂');

/** By name in the language of the page; a code that is not in the list joins it. */
export function countryOptions(
  codes: readonly string[],
  chosen = ''
): { value: string; label: string }[] {
  const all = chosen && !codes.includes(chosen) ? [...codes, chosen] : codes;
  return all
    .map((code) => ({ value: code, label: country(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Bremen–Frankfurt */
export const wayName = (leg: Pick<Leg, 'from' | 'to'>, places: Places): string =>
  `${placeName(leg.from, places)}–${placeName(leg.to, places)}`;

/** Bremen–Frankfurt–Windhoek */
export function routeName(legs: Leg[], places: Places): string {
  const codes: string[] = [];
  for (const leg of legs)
    for (const code of [leg.from, leg.to]) if (code && code !== codes.at(-1)) codes.push(code);
  return codes.map((code) => placeName(code, places)).join('–');
}

/** An item of an answer: Bremen–Frankfurt, Hotel, Videokonferenz. */
export function itemName(item: Record<string, unknown>, type: string, places: Places): string {
  const { from, to } = item;
  if (typeof from === 'string' && typeof to === 'string') return wayName({ from, to }, places);
  if (type in modeWord) return modeWord[type as Mode]();
  if (type === 'hotel') return m.planner_item_hotel({ country: country(String(item.country)) });
  if (type === 'meal') return m.planner_item_meal({ diet: dietWord[item.diet as Diet]() });
  if (type === 'freight') return freightWord[item.mode as FreightMode]();
  if (type === 'electricity')
    return m.planner_item_power({ country: country(String(item.country)) });
  return m.planner_topic_video();
}

/** How often a plan is travelled: 'zwei Reisen', '' for one. */
export const tripsNote = (plan: { trips: number }): string =>
  plan.trips > 1 ? trips(plan.trips) : '';
