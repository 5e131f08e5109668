/** The grants by id. */
import { grants } from '$lib/api/grants';
import { Known } from './known.svelte';
import { projectTitle } from './words';

const known = new Known(() => grants.all());

export const forgetGrants = known.forget;
export const knownGrants = known.all;

export const grantName = (id: string): string => {
  const found = known.one(id);
  return found ? projectTitle(found).text : '';
};

export const grantOptions = (): { value: string; label: string }[] =>
  knownGrants().map((grant) => ({ value: grant.id, label: projectTitle(grant).text }));
