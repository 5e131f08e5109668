import { getImport } from '$lib/api/imports';
import { needed } from '$lib/api/page';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { found: await needed(getImport(params.id)) };
};
