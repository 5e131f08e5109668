/** Words of the account pages: roles, waits, addresses. */
import { ApiError } from '$lib/api/problem';
import type { Membership } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** A rough check: the server decides. */
export const mailMistake = (email: string): string | undefined =>
  /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : m.account_email_invalid();

export const passwordMistake = (password: string): string | undefined => {
  if (password.length < 12) return m.account_password_short({ length: password.length });
  return password.length > 128 ? m.account_password_long() : undefined;
};

/** How long to wait, in words. */
export const waitWords = (seconds: number): string =>
  seconds <= 90
    ? m.account_wait_seconds({ count: seconds })
    : m.account_wait_minutes({ count: Math.ceil(seconds / 60) });

/** The same error, its sentence with the wait in words. */
export const waiting = (error: ApiError): ApiError =>
  new ApiError(
    m.account_too_many({ wait: waitWords(error.retryAfterSeconds ?? 60) }),
    error.status,
    {},
    error.slug
  );

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
