/** The places the planner has met, by code: airports by IATA, cities by id. */
import { getAirport, searchAirports } from '$lib/api/footprints';
import { listCities } from '$lib/api/queries';
import { toError } from '$lib/api/problem';
import type { Airport, City } from '$lib/api/types';
import type { Place, Places } from './plan';

const fromAirport = (airport: Airport): Place => ({
  code: airport.iata,
  name: airport.city || airport.name,
  nameDe: airport.city_de,
  country: airport.country,
  latitude_deg: airport.latitude_deg,
  longitude_deg: airport.longitude_deg,
  airport: airport.name
});

const fromCity = (city: City): Place => ({
  code: city.id,
  name: city.name_en,
  nameDe: city.name_de,
  country: city.country,
  latitude_deg: city.latitude_deg,
  longitude_deg: city.longitude_deg,
  airport: null
});

const isAirport = (code: string): boolean => /^[A-Z]{3}$/.test(code);
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export class PlaceBook {
  known = $state.raw<Places>(new Map());
  #asked = new Map<string, Promise<void>>();

  #keep(places: Place[]): Place[] {
    this.known = new Map([...this.known, ...places.map((place) => [place.code, place] as const)]);
    return places;
  }

  /** Waits until every code is known or has turned out to be unknown; a lost connection is tried anew. */
  async ensure(codes: string[]): Promise<void> {
    await Promise.all(codes.filter((code) => !this.known.has(code)).map((code) => this.#ask(code)));
  }

  #ask(code: string): Promise<void> {
    const under = this.#asked.get(code);
    if (under) return under;
    const call = (async () => {
      try {
        if (isAirport(code)) this.#keep([fromAirport(await getAirport(code))]);
        else this.#keep((await listCities()).map(fromCity));
      } catch (cause) {
        // An unknown code stays unknown: the calculator names it, in its place and in a sentence.
        if (toError(cause).status !== 404) this.#asked.delete(code);
      }
    })();
    this.#asked.set(code, call);
    return call;
  }

  airports = async (query: string, signal: AbortSignal): Promise<Place[]> =>
    this.#keep((await searchAirports(query, signal)).map(fromAirport));

  /** Cities of the partnership first, then airports: where a way on the ground may begin. */
  anywhere = async (query: string, signal: AbortSignal): Promise<Place[]> => {
    const [cities, airports] = await Promise.all([listCities(), this.airports(query, signal)]);
    const wanted = folded(query);
    const found = cities
      .filter((city) => city.level !== 'state')
      .map(fromCity)
      .filter((city) =>
        [city.name, city.nameDe ?? ''].some((name) => folded(name).startsWith(wanted))
      );
    return [...this.#keep(found), ...airports];
  };
}
