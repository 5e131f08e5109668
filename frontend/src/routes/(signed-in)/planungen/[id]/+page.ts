import { needed } from '$lib/api/page';
import { getPlan } from '$lib/api/plans';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: await needed(getPlan(params.id)) };
};
