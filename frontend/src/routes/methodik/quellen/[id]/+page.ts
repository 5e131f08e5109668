import { needed } from '$lib/api/page';
import { getSource } from '$lib/api/queries';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({
  source: await needed(getSource(params.id))
});
