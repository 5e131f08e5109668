import { needed } from '$lib/api/page';
import { getDecision } from '$lib/api/plans';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { decision: await needed(getDecision(params.id, params.decision)) };
};
