import { getInventory } from '$lib/api/inventories';
import { needed } from '$lib/api/page';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: await needed(getInventory(params.id)) };
};
