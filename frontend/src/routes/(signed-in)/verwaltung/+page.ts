import { redirect } from '@sveltejs/kit';
import { isAdmin } from '$lib/api/rights';
import { localeOf, pathIn } from '$lib/i18n/paths';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const first = isAdmin() ? '/verwaltung/nutzende' : '/verwaltung/pruefung';
  redirect(307, pathIn(first, localeOf(url.pathname)));
};
