/** What the screens say about a city. Only what the data hold; a missing value gets its own sentence. */
import { callUrl, curlGet } from '$lib/api/queries';
import type { City, CityDetail } from '$lib/api/types';
import { cite } from '$lib/i18n/cite';
import { bilingual, country, fixed, number, percent } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const cityName = (city: City): string => bilingual(city.name_de, city.name_en).text;

const leads = {
  city: m.city_lead_city,
  metropolitan: m.city_lead_metropolitan,
  state: m.city_lead_state
};
export const cityLead = (city: City): string =>
  leads[city.level]({ country: country(city.country) });

/** 584.332, or 4,2 Mio. from a million up: such figures are published rounded. */
export function inhabitants(population: number): string {
  if (population < 1_000_000) return number(population);
  return m.million({ value: fixed(population / 1_000_000, 1) });
}

/** 'minus 60 % bis 2030, minus 95 % bis 2038, gegenüber 1990', or null without a quantified target. */
export function targetSentence(city: City): string | null {
  const { target_2030_pct: near, target_final_pct: far, target_final_year: end } = city;
  const steps = [
    near === null ? null : m.target_step({ pct: percent(near / 100), year: '2030' }),
    far === null || end === null
      ? null
      : m.target_step({ pct: percent(far / 100), year: String(end) })
  ].filter((step) => step !== null);
  if (!steps.length || city.target_base_year === null) return null;
  return m.target_sentence({
    steps: steps.join(m.and_between()),
    base: String(city.target_base_year)
  });
}

/** The parent whose target a city shares, told by one and the same source. */
export function targetParent(city: City, cities: City[]): City | undefined {
  return cities.find(
    (other) => other.id === city.parent_city_id && other.target_source_id === city.target_source_id
  );
}

/** What a count rests on. */
export function basis(point: { basis_de: string | null; basis_en: string | null }) {
  const words = bilingual(point.basis_de, point.basis_en);
  return words.text ? words : { text: m.basis_missing(), lang: undefined };
}

/** The tools below anything that comes from one call. */
export function cityTools(path: string, title: string) {
  return {
    csv: path === '/cities' ? callUrl(path, { format: 'csv' }) : undefined,
    apiCall: () => curlGet(callUrl(path)),
    citation: () => cite(title)
  };
}

/** The gap a card names: what is missing in the city's inventory, else the shortest one. */
export function mainGap(gaps: CityDetail['gaps']): CityDetail['gaps'][number] | undefined {
  const short = [...gaps].sort((a, b) => a.text_de.length - b.text_de.length);
  return short.find((gap) => /-(inventor|sector)/.test(gap.id)) ?? short[0];
}

/** The cities of the partnership first, the state after them. */
export const inOrder = (cities: City[]): City[] =>
  [...cities].sort((a, b) => Number(a.level === 'state') - Number(b.level === 'state'));
