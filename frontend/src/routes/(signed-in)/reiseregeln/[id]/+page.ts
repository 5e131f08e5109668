import { needed } from '$lib/api/page';
import { getRule } from '$lib/api/rules';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: await needed(getRule(params.id)) };
};
