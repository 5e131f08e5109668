/** Names of the cities in the language of the page; empty until they are known. */
import { listCities } from '$lib/api/queries';
import type { City } from '$lib/api/types';
import { bilingual } from '$lib/i18n/format';

let known = $state.raw<City[]>([]);
let asked = false;

export function cityNames(): ReadonlyMap<string, string> {
  if (!asked) {
    asked = true;
    listCities().then(
      (cities) => (known = cities),
      () => (asked = false)
    );
  }
  return new Map(known.map((city) => [city.id, bilingual(city.name_de, city.name_en).text]));
}
