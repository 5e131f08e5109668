import { needed } from '$lib/api/page';
import { getContribution } from '$lib/api/rules';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: await needed(getContribution(params.id)) };
};
