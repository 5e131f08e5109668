/** Projects, activities, what they add up to, and the carbon budgets they count against. */
import { answer, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Project = Schemas['CooperationProjectOut'];
export type ProjectValues = Schemas['CooperationProjectIn'];
export type ActivityRow = Schemas['ActivityRowOut'];
export type Activity = Schemas['ActivityOut'];
export type WrittenActivity = Schemas['WrittenActivityOut'];
export type NewActivity = Schemas['ActivityIn'];
export type ActivityChange = Partial<Schemas['ActivityPatch']>;
export type Version = Schemas['ActivityFootprintOut'];
export type VersionRow = Schemas['ActivityFootprintRowOut'];
export type Recalculation = Schemas['ActivityFootprintIn'];
export type Budget = Schemas['CarbonBudgetOut'];
export type Light = Schemas['LightOut'];
export type Total = Schemas['FootprintTotalOut'];
export type TotalQuery = NonNullable<
  paths['/api/v1/footprint-totals']['get']['parameters']['query']
>;

export const projects = ownList('/cooperation-projects');
export const activities = ownList('/activities');
export const budgets = ownList('/carbon-budgets');

const project = (id: string) => ({ project_id: id });
const activity = (id: string) => ({ activity_id: id });
const budget = (id: string) => ({ budget_id: id });

export const getProject = (id: string): Promise<Tagged<Project>> =>
  tagged(own.GET('/cooperation-projects/{project_id}', { params: { path: project(id) } }));

export const createProject = (body: ProjectValues): Promise<Project> =>
  answer(own.POST('/cooperation-projects', { body }));

export const updateProject = (
  id: string,
  tag: string,
  body: ProjectValues
): Promise<Tagged<Project>> =>
  tagged(
    own.PATCH('/cooperation-projects/{project_id}', {
      params: { path: project(id), header: ifMatch(tag) },
      body: body as Schemas['CooperationProjectPatch']
    })
  );

export const getActivity = (id: string): Promise<Tagged<Activity>> =>
  tagged(own.GET('/activities/{activity_id}', { params: { path: activity(id) } }));

export const createActivity = (body: NewActivity): Promise<WrittenActivity> =>
  answer(own.POST('/activities', { body }));

export const updateActivity = (
  id: string,
  tag: string,
  body: ActivityChange
): Promise<Tagged<WrittenActivity>> =>
  tagged(
    own.PATCH('/activities/{activity_id}', {
      params: { path: activity(id), header: ifMatch(tag) },
      body: body as Schemas['ActivityPatch']
    })
  );

export const deleteActivity = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/activities/{activity_id}', {
      params: { path: activity(id), header: ifMatch(tag) }
    })
  );

export const listVersions = async (id: string): Promise<VersionRow[]> =>
  (
    await answer(
      own.GET('/activities/{activity_id}/footprints', {
        params: { path: activity(id), query: { limit: 1000 } }
      })
    )
  ).items;

export const getVersion = (id: string, footprintId: string): Promise<Version> =>
  answer(
    own.GET('/activities/{activity_id}/footprints/{footprint_id}', {
      params: { path: { activity_id: id, footprint_id: footprintId } }
    })
  );

export const recalculate = (id: string, body: Recalculation): Promise<Version> =>
  answer(
    own.POST('/activities/{activity_id}/footprints', { params: { path: activity(id) }, body })
  );

export const listTotals = async (query: TotalQuery): Promise<Total[]> =>
  (await answer(own.GET('/footprint-totals', { params: { query } }))).items;

/** The budget of a project in a year, or null where none is set. */
export const budgetOf = async (projectId: string, year: number): Promise<Budget | null> =>
  (await budgets.page({ project: projectId, year: String(year) })).items[0] ?? null;

export const getBudget = (id: string): Promise<Tagged<Budget>> =>
  tagged(own.GET('/carbon-budgets/{budget_id}', { params: { path: budget(id) } }));

export const createBudget = (body: Schemas['CarbonBudgetIn']): Promise<Budget> =>
  answer(own.POST('/carbon-budgets', { body }));

export const updateBudget = (
  id: string,
  tag: string,
  body: { limit_kg: number; warn_pct: number }
): Promise<Tagged<Budget>> =>
  tagged(
    own.PATCH('/carbon-budgets/{budget_id}', {
      params: { path: budget(id), header: ifMatch(tag) },
      body
    })
  );
