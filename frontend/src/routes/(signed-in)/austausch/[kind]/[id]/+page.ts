import { error } from '@sveltejs/kit';
import { getMeeting, getTransfer } from '$lib/api/exchange';
import { needed } from '$lib/api/page';
import { m } from '$lib/paraglide/messages';
import type { PageLoad } from './$types';

/** An uptake or a meeting; `neu` stands where the id of a meeting stands. */
export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  if (params.kind === 'uebernahmen')
    return { transfer: await needed(getTransfer(params.id)), meeting: null };
  if (params.kind !== 'fachaustausch') error(404, { message: m.not_found_title() });
  const meeting = params.id === 'neu' ? null : await needed(getMeeting(params.id));
  return { transfer: null, meeting };
};
