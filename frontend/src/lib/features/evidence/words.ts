/** Words of recalled facts. */
import type { Proposal, RecalledFact } from '$lib/api/evidence';
import { bilingual, factor as exact } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const kindWords: Record<string, () => string> = {
  city: m.evidence_kind_city,
  city_population: m.evidence_kind_population,
  city_population_shown: m.evidence_kind_population,
  city_memberships: m.evidence_kind_memberships,
  city_target: m.evidence_kind_target,
  partnership_event: m.evidence_kind_event,
  emission_factor: m.evidence_kind_factor,
  emission_factor_gwp: m.evidence_kind_potentials,
  emission_factor_set: m.evidence_kind_factor_set,
  emission_factor_set_gwp: m.evidence_kind_potentials,
  gwp_set: m.evidence_kind_gwp_set,
  source: m.source,
  travel_rule: m.evidence_kind_rule,
  measure: m.evidence_kind_measure,
  measure_schedule: m.evidence_kind_schedule,
  measure_indicator: m.evidence_kind_indicator
};
/** A kind that is newer than this page is shown by its name. */
export const kindWord = (kind: string): string => kindWords[kind]?.() ?? kind;

type Stated = Pick<
  RecalledFact | Proposal,
  'title_de' | 'title_en' | 'value_de' | 'value_en' | 'unit'
>;

export const titleOf = (fact: Stated) => bilingual(fact.title_de, fact.title_en);

/** What it states: a number as people write it, or words; empty where the title says it all. */
export function statementOf(fact: Stated): { text: string; lang: string } {
  const said = bilingual(fact.value_de, fact.value_en);
  const isNumber = /^\d+(\.\d+)?$/.test(said.text);
  const value = isNumber ? exact(Number(said.text)) : said.text;
  return { text: [value, value && fact.unit].filter(Boolean).join(' '), lang: said.lang };
}
