import { needed } from '$lib/api/page';
import { getPlan } from '$lib/api/plans';
import type { PageLoad } from './$types';

/** An activity is made from a decided plan, which the address names. */
export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const id = url.searchParams.get('plan');
  return { plan: id ? (await needed(getPlan(id))).data : null };
};
