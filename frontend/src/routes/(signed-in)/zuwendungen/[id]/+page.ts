import { getGrant } from '$lib/api/grants';
import { needed } from '$lib/api/page';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: await needed(getGrant(params.id)) };
};
