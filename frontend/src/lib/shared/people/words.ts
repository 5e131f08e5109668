/** Words of accounts: roles, areas, addresses. */
import type { Membership } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** A rough check: the server decides. */
export const mailMistake = (email: string): string | undefined =>
  /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : m.account_email_invalid();

export const roleWord: Record<Membership['role'], () => string> = {
  viewer: m.account_role_viewer,
  editor: m.account_role_editor,
  coordinator: m.account_role_coordinator,
  auditor: m.account_role_auditor,
  admin: m.account_role_admin
};
export const areaWord: Record<Membership['area'], () => string> = {
  climate: m.account_area_climate,
  procurement: m.account_area_procurement,
  learning: m.account_area_learning,
  all: m.account_area_all
};

/** 'Redaktion, Durban, Klima'; `cities` gives the names. */
export const roleSentence = (held: Membership, cities: ReadonlyMap<string, string>): string =>
  [
    roleWord[held.role](),
    held.city === '*' ? m.account_all_cities() : (cities.get(held.city) ?? held.city),
    areaWord[held.area]()
  ].join(', ');
