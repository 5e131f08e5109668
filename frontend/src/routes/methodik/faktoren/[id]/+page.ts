import { needed } from '$lib/api/page';
import { getFactor } from '$lib/api/queries';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({
  factor: await needed(getFactor(params.id))
});
