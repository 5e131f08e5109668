/** The cooperation projects by id. */
import { projects } from '$lib/api/footprint';
import { Known } from './known.svelte';
import { projectTitle } from './words';

const known = new Known(() => projects.all({ sort: 'title_de' }));

export const loadProjects = known.load;
export const forgetProjects = known.forget;
export const knownProjects = known.all;

export const projectName = (id: string): string => {
  const found = known.one(id);
  return found ? projectTitle(found).text : '';
};

export const projectOptions = (): { value: string; label: string }[] =>
  knownProjects().map((project) => ({ value: project.id, label: projectTitle(project).text }));
