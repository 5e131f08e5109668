/** Words of measures, and their figures as people read them. */
import type { Effect, Measure, Task } from '$lib/api/measures';
import { bilingual, factor, number, year } from '$lib/i18n/format';
import { today } from '$lib/i18n/today';
import { m } from '$lib/paraglide/messages';

export const sectorWord: Record<Measure['sector'], () => string> = {
  energy: m.measures_sector_energy,
  heat: m.measures_sector_heat,
  buildings: m.measures_sector_buildings,
  transport: m.measures_sector_transport,
  port: m.measures_sector_port,
  industry: m.measures_sector_industry,
  waste: m.measures_sector_waste,
  water: m.measures_sector_water,
  land_use: m.measures_sector_land_use,
  green_and_blue: m.measures_sector_green_and_blue,
  procurement: m.measures_sector_procurement,
  education: m.measures_sector_education,
  governance: m.measures_sector_governance
};
export const typeWord: Record<Measure['action_type'], () => string> = {
  mitigation: m.measures_type_mitigation,
  adaptation: m.measures_type_adaptation,
  both: m.measures_type_both,
  enabling: m.measures_type_enabling,
  framework: m.measures_type_framework,
  offsetting: m.measures_type_offsetting
};
export const statusWord: Record<Measure['status'], () => string> = {
  proposed: m.measures_status_proposed,
  planned: m.measures_status_planned,
  decided: m.measures_status_decided,
  in_progress: m.measures_status_in_progress,
  in_operation: m.measures_status_in_operation,
  late: m.measures_status_late,
  completed: m.measures_status_completed,
  cancelled: m.measures_status_cancelled,
  merged: m.measures_status_merged,
  superseded: m.measures_status_superseded,
  unknown: m.measures_status_unknown
};
export const phaseWord: Record<NonNullable<Measure['phase']>, () => string> = {
  idea: m.measures_phase_idea,
  preparation: m.measures_phase_preparation,
  procurement: m.measures_phase_procurement,
  construction: m.measures_phase_construction,
  pilot: m.measures_phase_pilot,
  operation: m.measures_phase_operation,
  closing: m.measures_phase_closing
};
export const basisWord: Record<NonNullable<Effect['basis']>, () => string> = {
  expected: m.measures_basis_expected,
  measured: m.measures_basis_measured,
  claimed: m.measures_basis_claimed
};
export const benefitWord: Record<Measure['co_benefits'][number], () => string> = {
  air_quality: m.measures_benefit_air_quality,
  biodiversity: m.measures_benefit_biodiversity,
  comfort: m.measures_benefit_comfort,
  cost_saving: m.measures_benefit_cost_saving,
  education: m.measures_benefit_education,
  energy_security: m.measures_benefit_energy_security,
  equity: m.measures_benefit_equity,
  health: m.measures_benefit_health,
  jobs: m.measures_benefit_jobs,
  noise: m.measures_benefit_noise,
  water: m.measures_benefit_water
};
export const hazardWord: Record<Measure['hazards'][number], () => string> = {
  coastal_erosion: m.measures_hazard_coastal_erosion,
  drought: m.measures_hazard_drought,
  flood: m.measures_hazard_flood,
  heat: m.measures_hazard_heat,
  sea_level_rise: m.measures_hazard_sea_level_rise,
  storm: m.measures_hazard_storm,
  water_shortage: m.measures_hazard_water_shortage
};
export const instrumentWord: Record<Measure['instruments'][number], () => string> = {
  advice: m.measures_instrument_advice,
  cooperation: m.measures_instrument_cooperation,
  funding: m.measures_instrument_funding,
  investment: m.measures_instrument_investment,
  levy: m.measures_instrument_levy,
  planning: m.measures_instrument_planning,
  procurement: m.measures_instrument_procurement,
  regulation: m.measures_instrument_regulation,
  research: m.measures_instrument_research
};
export const needWord: Record<Measure['prerequisites'][number], () => string> = {
  capital: m.measures_need_capital,
  data: m.measures_need_data,
  land: m.measures_need_land,
  legal_power: m.measures_need_legal_power,
  own_utility: m.measures_need_own_utility,
  partners: m.measures_need_partners,
  political_decision: m.measures_need_political_decision,
  technical_staff: m.measures_need_technical_staff
};
export const taskWord: Record<Task['state'], () => string> = {
  not_started: m.measures_task_not_started,
  in_progress: m.measures_task_in_progress,
  completed: m.measures_task_completed,
  cancelled: m.measures_task_cancelled
};
export const eventWord: Record<string, () => string> = {
  create: m.measures_event_create,
  update: m.measures_event_update,
  delete: m.measures_event_delete,
  restore: m.measures_event_restore,
  publish: m.measures_event_publish,
  withdraw: m.measures_event_withdraw,
  confirm: m.measures_event_confirm
};
export const actorWord: Record<string, () => string> = {
  person: m.measures_actor_person,
  client: m.measures_actor_client,
  system: m.measures_actor_system,
  anonymous: m.measures_actor_anonymous
};

export const optionsOf = <T extends string>(
  words: Record<T, () => string>
): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));

/** Words of a list, set apart by commas; null where there are none. */
export const listed = <T extends string>(
  given: readonly T[],
  words: Record<T, () => string>
): string | null => given.map((one) => words[one]()).join(', ') || null;

export const titleOf = (measure: Pick<Measure, 'title_de' | 'title_en'>) =>
  bilingual(measure.title_de, measure.title_en);

/** An effect in words: '68.833 t CO₂e weniger je Jahr', '525 km streams'. */
export function effectText(effect: Effect): string {
  if (effect.ghg_kg === null) {
    const unit = bilingual(effect.unit_de ?? effect.unit, effect.unit).text;
    return `${factor(effect.quantity ?? 0)}\u00a0${unit}`;
  }
  const amount = m.measures_tonnes({ amount: number(effect.ghg_kg / 1000) });
  return effect.per === 'period'
    ? m.measures_effect_period({ amount, years: String(effect.period_years) })
    : m.measures_effect_year({ amount });
}

/** How the figure was got: 'erwartet (CDM PDD)'. */
export function basisText(effect: Effect): string | null {
  const basis = effect.basis && basisWord[effect.basis]();
  return basis && effect.basis_note
    ? m.measures_basis_note({ basis, note: effect.basis_note })
    : (basis ?? effect.basis_note);
}

export function yearsText(measure: Measure): string | null {
  const { starts_year: from, ends_year: to, is_continuous: goesOn } = measure;
  if (from && to) return m.measures_years_both({ from: year(from), to: year(to) });
  const said = from ? m.measures_years_from({ from: year(from) }) : null;
  if (goesOn) return [said, m.measures_ongoing()].filter(Boolean).join(', ');
  return said ?? (to ? m.measures_years_to({ to: year(to) }) : null);
}

export const costText = ({ cost_cents: cents, cost_currency: currency }: Measure): string | null =>
  cents !== null && currency ? `${number(cents / 100)}\u00a0${currency}` : null;

/** Whether twelve months have passed since somebody said it is right, or nobody ever did. */
export const isStale = ({ review_due_on: due }: Measure): boolean => due === null || due <= today();
