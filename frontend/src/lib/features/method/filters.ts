/** The filters of the factor table. */
import type { FactorSet } from '$lib/api/types';
import { country } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import type { Filter } from '$lib/ui/filters';
import { categoryIds, categoryName } from './words';

const regions = ['DE', 'ZA', 'NA', 'GB', 'FR', 'CH', 'AT', 'IT'];

export const factorFilters = (sets: FactorSet[]): Filter[] => [
  {
    name: 'category',
    label: m.category(),
    options: categoryIds.map((value) => ({ value, label: categoryName(value) }))
  },
  {
    name: 'region',
    label: m.region(),
    options: [
      { value: 'world', label: m.region_world() },
      ...regions.map((value) => ({ value, label: country(value) }))
    ]
  },
  {
    name: 'factor_set',
    label: m.factor_set(),
    options: sets.map(({ id }) => ({ value: id, label: id }))
  },
  {
    name: 'verification',
    label: m.proof(),
    options: [
      { value: 'verified', label: m.proof_verified() },
      { value: 'derived', label: m.proof_derived() },
      { value: 'recalled', label: m.proof_recalled() },
      { value: 'reported', label: m.proof_reported() }
    ]
  }
];
