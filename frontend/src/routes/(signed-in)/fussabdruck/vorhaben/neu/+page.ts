import { needed } from '$lib/api/page';
import { getPlan } from '$lib/api/plans';
import type { PageLoad } from './$types';

/** The address may name the decided plan an activity is made from. */
export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const id = url.searchParams.get('plan');
  return { plan: id ? (await needed(getPlan(id))).data : null };
};
