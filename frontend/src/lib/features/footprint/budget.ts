/** The carbon budget of a project and a year, with the tag a change of it must name. */
import { budgetOf, getBudget, getProject, type Budget, type Project } from '$lib/api/footprint';
import type { Tagged } from '$lib/api/own';

export interface BudgetFound {
  project: Project;
  year: number;
  /** Null where none is set yet. */
  budget: Tagged<Budget> | null;
}

export async function loadBudget(projectId: string, year: number): Promise<BudgetFound> {
  const [{ data: project }, known] = await Promise.all([
    getProject(projectId),
    budgetOf(projectId, year)
  ]);
  return { project, year, budget: known && (await getBudget(known.id)) };
}
