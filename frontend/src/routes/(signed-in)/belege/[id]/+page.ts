import { getProposal, getRecalledFact } from '$lib/api/evidence';
import { needed } from '$lib/api/page';
import type { PageLoad } from './$types';

/** `neu` stands where the id of a proof stands; `fact` then names what is to be proven. */
export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  if (params.id !== 'neu') return { found: await needed(getProposal(params.id)), fact: null };
  const fact = url.searchParams.get('fact') ?? '';
  return { found: null, fact: await needed(getRecalledFact(fact)) };
};
