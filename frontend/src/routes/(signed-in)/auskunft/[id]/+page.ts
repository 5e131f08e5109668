import { needed } from '$lib/api/page';
import { getDisclosure } from '$lib/api/papers';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { disclosure: await needed(getDisclosure(params.id)) };
};
