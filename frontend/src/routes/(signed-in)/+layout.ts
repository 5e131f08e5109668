import { error, redirect } from '@sveltejs/kit';
import { toError } from '$lib/api/problem';
import { withReturn } from '$lib/api/returning';
import { holder, resume } from '$lib/api/session.svelte';
import { localeOf, pathIn } from '$lib/i18n/paths';
import type { LayoutLoad } from './$types';

/** These pages need a sign-in; it leads back here. */
export const load: LayoutLoad = async ({ url }) => {
  try {
    await resume();
  } catch (cause) {
    error(503, { message: toError(cause).message });
  }
  if (!holder()) redirect(307, withReturn(pathIn('/anmelden', localeOf(url.pathname)), url));
};
