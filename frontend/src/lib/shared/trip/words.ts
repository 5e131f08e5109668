/** Ways, nights, meals and what else is planned, as people name it. */
import { bilingual, country, number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import type {
  Cabin,
  Diet,
  ExtraType,
  FreightMode,
  Leg,
  Material,
  Mode,
  Place,
  Places,
  RideMode
} from './plan';

/** Small numbers as words: drei, three. */
export const count = (n: number): string =>
  m.planner_number_words().split(',')[Number.isInteger(n) ? n : -1] ?? number(n);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const people = (n: number): string => m.planner_people({ count: n, words: count(n) });
export const nights = (n: number): string => m.planner_nights({ count: n, words: count(n) });
export const trips = (n: number): string => m.planner_trips({ count: n, words: count(n) });
export const rooms = (n: number): string => m.planner_rooms({ count: n, words: count(n) });

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
export const materialWord: Record<Material, () => string> = {
  paper_recycled: m.planner_material_paper_recycled,
  paper_primary: m.planner_material_paper_primary,
  board_recycled: m.planner_material_board_recycled,
  board_primary: m.planner_material_board_primary,
  plastics_recycled: m.planner_material_plastics_recycled,
  plastics_primary: m.planner_material_plastics_primary,
  glass_primary: m.planner_material_glass_primary,
  wood: m.planner_material_wood,
  clothing: m.planner_material_clothing,
  electronics_it: m.planner_material_electronics_it,
  t_shirt_cotton: m.planner_material_t_shirt_cotton,
  t_shirt_polyester: m.planner_material_t_shirt_polyester,
  polo_shirt: m.planner_material_polo_shirt,
  shirt_cotton: m.planner_material_shirt_cotton,
  sweatshirt_cotton: m.planner_material_sweatshirt_cotton
};
export const extraWord: Record<ExtraType, () => string> = {
  ride: m.planner_extra_ride,
  stay: m.planner_extra_stay,
  meal: m.planner_extra_meal,
  freight: m.planner_extra_freight,
  power: m.planner_extra_power,
  goods: m.planner_extra_goods
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
  if (type === 'heat') return m.planner_item_heat();
  if (type === 'print') return m.planner_item_print();
  if (type === 'material') return materialWord[item.material as Material]();
  return m.planner_topic_video();
}

/** How often a plan is travelled: 'zwei Reisen', '' for one. */
export const tripsNote = (plan: { trips: number }): string =>
  plan.trips > 1 ? trips(plan.trips) : '';
