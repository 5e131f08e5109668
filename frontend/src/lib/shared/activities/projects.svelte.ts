/** The cooperation projects by id; read once a visit and again after one was written. */
import { projects, type Project } from '$lib/api/footprint';
import { projectTitle } from './words';

let known = $state.raw<Project[]>([]);
let asked: Promise<Project[]> | undefined;

export const loadProjects = (): Promise<Project[]> =>
  (asked ??= projects.all({ sort: 'title_de' }).then(
    (found) => (known = found),
    (cause: unknown) => {
      asked = undefined;
      throw cause;
    }
  ));

export function forgetProjects(): void {
  asked = undefined;
}

/** All projects as far as they are known. Reactive; asks for them where nobody has. */
export function knownProjects(): Project[] {
  if (!asked) void loadProjects().catch(() => undefined);
  return known;
}

export const projectName = (id: string): string => {
  const found = knownProjects().find((project) => project.id === id);
  return found ? projectTitle(found).text : '';
};

export const projectOptions = (): { value: string; label: string }[] =>
  knownProjects().map((project) => ({ value: project.id, label: projectTitle(project).text }));
