/** Words of the administration. */
import type { AuditEntry, ServiceClient, User } from '$lib/api/admin';
import type { Membership } from '$lib/api/types';
import { areaWord, roleWord } from '$lib/shared/people/words';
import { m } from '$lib/paraglide/messages';

export const statusWord: Record<User['status'], () => string> = {
  active: m.admin_status_active,
  suspended: m.admin_status_suspended
};
export const clientStatusWord: Record<ServiceClient['status'], () => string> = {
  proposed: m.admin_client_proposed,
  active: m.admin_client_active,
  revoked: m.admin_client_revoked
};
export const actorWord: Record<AuditEntry['actor_kind'], () => string> = {
  person: m.admin_actor_person,
  client: m.admin_actor_client,
  system: m.admin_actor_system,
  anonymous: m.admin_actor_anonymous
};

const actions: Record<string, () => string> = {
  create: m.admin_action_create,
  update: m.admin_action_update,
  delete: m.admin_action_delete,
  decide: m.admin_action_decide,
  approve: m.admin_action_approve,
  revoke: m.admin_action_revoke,
  sign_in: m.admin_action_sign_in,
  sign_out: m.admin_action_sign_out,
  set_password: m.admin_action_set_password,
  strengthen_password_hash: m.admin_action_strengthen,
  reuse_refresh_token: m.admin_action_reuse,
  publish: m.admin_action_publish,
  withdraw: m.admin_action_withdraw,
  supersede: m.admin_action_supersede,
  restore: m.admin_action_restore,
  confirm: m.admin_action_confirm,
  answer: m.admin_action_answer,
  adopt: m.admin_action_adopt,
  decline: m.admin_action_decline,
  move_on: m.admin_action_move_on,
  apply_lines: m.admin_action_apply_lines
};
const resources: Record<string, () => string> = {
  user: m.admin_resource_user,
  membership: m.admin_resource_membership,
  one_time_link: m.admin_resource_link,
  service_client: m.admin_resource_client,
  approval: m.admin_resource_approval,
  cooperation_project: m.admin_resource_project,
  plan: m.admin_resource_plan,
  plan_alternative: m.admin_resource_alternative,
  plan_decision: m.admin_resource_decision,
  activity: m.admin_resource_activity,
  activity_footprint: m.admin_resource_footprint,
  carbon_budget: m.admin_resource_budget,
  city: m.admin_resource_city,
  source: m.admin_resource_source,
  emission_factor: m.admin_resource_factor,
  balance_sector: m.admin_resource_balance_sector,
  city_gap: m.admin_resource_city_gap,
  city_population: m.admin_resource_city_population,
  city_target: m.admin_resource_city_target,
  climate_contribution: m.admin_resource_climate_contribution,
  deputy: m.admin_resource_deputy,
  emission_factor_set: m.admin_resource_emission_factor_set,
  emission_factor_set_draft: m.admin_resource_emission_factor_set_draft,
  emission_record: m.admin_resource_emission_record,
  energy_carrier: m.admin_resource_energy_carrier,
  evidence_proposal: m.admin_resource_evidence_proposal,
  exchange: m.admin_resource_exchange,
  gpc_reference: m.admin_resource_gpc_reference,
  gwp_set: m.admin_resource_gwp_set,
  gwp_value: m.admin_resource_gwp_value,
  import_file: m.admin_resource_import_file,
  import_job: m.admin_resource_import_job,
  import_mapping: m.admin_resource_import_mapping,
  import_undo: m.admin_resource_import_undo,
  import_key: m.admin_resource_import_key,
  upload: m.admin_resource_upload,
  upload_piece: m.admin_resource_upload_piece,
  inventory: m.admin_resource_inventory,
  inventory_gap: m.admin_resource_inventory_gap,
  measure: m.admin_resource_measure,
  measure_indicator: m.admin_resource_measure_indicator,
  measure_task: m.admin_resource_measure_task,
  measure_update: m.admin_resource_measure_update,
  national_emission: m.admin_resource_national_emission,
  partnership_event: m.admin_resource_partnership_event,
  partnership_event_city: m.admin_resource_partnership_event_city,
  programme: m.admin_resource_programme,
  question: m.admin_resource_question,
  reported_total: m.admin_resource_reported_total,
  standard_crosswalk: m.admin_resource_standard_crosswalk,
  transfer: m.admin_resource_transfer,
  travel_disclosure: m.admin_resource_travel_disclosure,
  travel_rule: m.admin_resource_travel_rule,
  year_publication: m.admin_resource_year_publication
};
/** What is not in the list is shown as the trail names it. */
export const actionWord = (action: string): string => actions[action]?.() ?? action;
export const resourceWord = (resource: string): string => resources[resource]?.() ?? resource;

const optionsOf = <T extends string>(words: Record<T, () => string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));

export const roleOptions = () => optionsOf<Membership['role']>(roleWord);
export const areaOptions = () => optionsOf<Membership['area']>(areaWord);
export const statusOptions = () => optionsOf(statusWord);
export const clientStatusOptions = () => optionsOf(clientStatusWord);
export const actionOptions = () => optionsOf(actions);
export const resourceOptions = () => optionsOf(resources);

/** What a service client can be let into; a scope is named like the address. */
export const scopes = [
  'cooperation-projects',
  'plans',
  'activities',
  'carbon-budgets',
  'footprint-totals'
].flatMap((resource) =>
  resource === 'footprint-totals' ? [`${resource}:read`] : [`${resource}:read`, `${resource}:write`]
);

const scopeResource: Record<string, () => string> = {
  'cooperation-projects': m.admin_scope_projects,
  plans: m.admin_scope_plans,
  activities: m.admin_scope_activities,
  'carbon-budgets': m.admin_scope_budgets,
  'footprint-totals': m.admin_scope_totals
};
export function scopeWord(scope: string): string {
  const [resource = '', verb] = scope.split(':');
  const name = scopeResource[resource]?.() ?? resource;
  return verb === 'write' ? m.admin_scope_write({ name }) : m.admin_scope_read({ name });
}
