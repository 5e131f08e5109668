/** What the page of emissions is asked for; the address holds all of it. */
import { m } from '$lib/paraglide/messages';
import type { Filter } from '$lib/ui/filters';

/** From the first year both Durban and the state report nearly every year; earlier ones at a choice. */
export const USUAL_FROM = 2010;

/** What the address holds besides the filters: the tab, the comparison and a ranking that is refused. */
export const besides = ['teil', 'compare', 'year', 'sort'];

const measure = (): Filter => ({
  name: 'measure',
  label: m.emissions_measure(),
  any: m.emissions_measure_basic(),
  options: [
    { value: 'basic_plus', label: m.emissions_measure_basic_plus() },
    { value: 'territorial', label: m.emissions_measure_territorial() }
  ]
});
const potentials = (): Filter => ({
  name: 'gwp',
  label: m.emissions_gwp(),
  any: m.emissions_gwp_reported(),
  options: [
    { value: 'sar', label: m.emissions_gwp_of({ report: 'SAR', year: '1995' }) },
    { value: 'ar4', label: m.emissions_gwp_of({ report: 'AR4', year: '2007' }) },
    { value: 'ar5', label: m.emissions_gwp_of({ report: 'AR5', year: '2013' }) },
    { value: 'ar6', label: m.emissions_gwp_of({ report: 'AR6', year: '2021' }) }
  ]
});

/** The two that decide how much a sum is. */
export const sumFilters = (): Filter[] => [measure(), potentials()];

export const pageFilters = (cities: ReadonlyMap<string, string>): Filter[] => [
  {
    name: 'unit',
    label: m.emissions_unit(),
    any: m.emissions_unit_head(),
    options: [{ value: 'total', label: m.emissions_unit_total() }]
  },
  {
    name: 'city',
    label: m.emissions_city(),
    any: m.emissions_city_all(),
    options: [...cities].map(([value, label]) => ({ value, label }))
  },
  {
    name: 'year_min',
    label: m.emissions_years(),
    any: m.emissions_years_usual({ year: String(USUAL_FROM) }),
    options: [{ value: '1900', label: m.emissions_years_all() }]
  },
  {
    name: 'kind',
    label: m.emissions_kind(),
    any: m.emissions_kind_community(),
    options: [{ value: 'municipal_operations', label: m.emissions_kind_municipal() }]
  },
  ...sumFilters()
];

/** The part of the filters that the interface for programs takes. */
export function aspectOf(query: Record<string, string>): Record<string, string> {
  const names = ['kind', 'measure', 'gwp'];
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));
}
