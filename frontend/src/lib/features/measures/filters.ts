/** The filters of the list of measures, each choice with how many measures it would leave. */
import type { Facets } from '$lib/api/measures';
import { m } from '$lib/paraglide/messages';
import type { Filter } from '$lib/ui/filters';
import { benefitWord, optionsOf, sectorWord, statusWord, typeWord } from './words';

type Counted = 'city' | 'sector' | 'action_type' | 'status' | 'co_benefit';

export function measureFilters(
  cities: ReadonlyMap<string, string>,
  counts: Facets | null,
  house: boolean
): Filter[] {
  const counted = (name: Counted, options: { value: string; label: string }[]) =>
    options.map(({ value, label }) => {
      const count = counts?.[name].find((one) => one.value === value)?.measures ?? 0;
      return { value, label: counts ? m.measures_counted({ word: label, count }) : label };
    });
  const named = [...cities].map(([value, label]) => ({ value, label }));
  const visibility = [
    { value: 'published', label: m.measures_published() },
    { value: 'draft', label: m.measures_draft() }
  ];
  return [
    { name: 'city', label: m.measures_city(), options: counted('city', named) },
    {
      name: 'sector',
      label: m.measures_sector(),
      options: counted('sector', optionsOf(sectorWord))
    },
    {
      name: 'status',
      label: m.measures_status(),
      options: counted('status', optionsOf(statusWord))
    },
    {
      name: 'action_type',
      label: m.measures_type(),
      options: counted('action_type', optionsOf(typeWord))
    },
    {
      name: 'co_benefit',
      label: m.measures_benefits(),
      options: counted('co_benefit', optionsOf(benefitWord))
    },
    ...(house ? [{ name: 'visibility', label: m.measures_visibility(), options: visibility }] : [])
  ];
}
