import { redirect } from '@sveltejs/kit';
import { getMeasure } from '$lib/api/measures';
import { needed } from '$lib/api/page';
import { withReturn } from '$lib/api/returning';
import { holder, resume } from '$lib/api/session.svelte';
import { localeOf, pathIn } from '$lib/i18n/paths';
import type { PageLoad } from './$types';

/** `neu` and `vergleich` stand where the id of a measure stands: fewer addresses for every first view. */
export const load: PageLoad = async ({ params, url }) => {
  // A draft is for people of the house: who they are is known first.
  await needed(resume());
  if (params.id === 'neu' && !holder())
    redirect(307, withReturn(pathIn('/anmelden', localeOf(url.pathname)), url));
  const special = params.id === 'neu' || params.id === 'vergleich';
  return { id: params.id, found: special ? null : await needed(getMeasure(params.id)) };
};
