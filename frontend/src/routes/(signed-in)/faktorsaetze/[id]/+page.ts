import { getDraft } from '$lib/api/factorSets';
import { needed } from '$lib/api/page';
import type { PageLoad } from './$types';

/** `neu` stands where the id of a record stands: one address fewer that every visitor's first view carries. */
export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: params.id === 'neu' ? null : await needed(getDraft(params.id)) };
};
