import { error } from '@sveltejs/kit';
import { isAdmin, mayAudit } from '$lib/api/rights';
import { m } from '$lib/paraglide/messages';
import type { LayoutLoad } from './$types';

/** Accounts and applications are for administrators, the trail also for auditors. */
export const load: LayoutLoad = async ({ parent, route }) => {
  await parent();
  const allowed = route.id.endsWith('/pruefung') ? mayAudit() : isAdmin() || mayAudit();
  const listsOnly = /\/(nutzende|anwendungen)/.test(route.id);
  if (!allowed || (listsOnly && !isAdmin())) error(403, { message: m.admin_forbidden() });
};
