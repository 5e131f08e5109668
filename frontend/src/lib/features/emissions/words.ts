/** Words of comparisons. */
import type { Comparison, Crosswalk } from '$lib/api/emissions';
import { m } from '$lib/paraglide/messages';

type Comparability = Comparison['comparability'];

export const gradeWord: Record<Comparability['grade'], () => string> = {
  A: m.emissions_grade_a,
  B: m.emissions_grade_b,
  C: m.emissions_grade_c,
  D: m.emissions_grade_d
};
export const weightWord: Record<Comparability['reasons'][number]['weight'], () => string> = {
  small: m.emissions_weight_small,
  large: m.emissions_weight_large,
  prohibitive: m.emissions_weight_prohibitive
};
export const relationWord: Record<Crosswalk['relation'], () => string> = {
  exact: m.emissions_relation_exact,
  narrower: m.emissions_relation_narrower,
  broader: m.emissions_relation_broader,
  no_counterpart: m.emissions_relation_none
};
