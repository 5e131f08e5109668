import { error } from '@sveltejs/kit';
import { needed } from '$lib/api/page';
import { listProblemTypes } from '$lib/api/queries';
import { m } from '$lib/paraglide/messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const problem = (await needed(listProblemTypes())).find((type) => type.slug === params.slug);
  if (!problem) error(404, { message: m.not_found_lead() });
  return { problem };
};
