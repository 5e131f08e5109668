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
  reuse_refresh_token: m.admin_action_reuse
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
  emission_factor: m.admin_resource_factor
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
