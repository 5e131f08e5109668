/** Plans with their alternatives, and the decisions that freeze them. */
import { answer, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type PlanRow = Schemas['PlanRowOut'];
export type Plan = Schemas['PlanOut'];
export type Alternative = Schemas['PlanAlternativeOut'];
export type Decision = Schemas['PlanDecisionOut'];
export type Snapshot = Schemas['SnapshotOut'];
export type ChangeName = NonNullable<Alternative['change']>;

/** What is sent: the schema's own unions of items and changes are checked by the server. */
export interface NewPlan {
  title: string;
  project_id: string;
  kind: Plan['kind'];
  on: string;
  alternatives: { label: string; items: Record<string, unknown>[] }[];
}
export interface NewAlternative {
  from_alternative_id: string;
  change: ChangeName;
  parameters: Record<string, number | string>;
}

export const plans = ownList('/plans');

const path = (id: string) => ({ plan_id: id });
const pathOf = (plan: string, alternative: string) => ({
  plan_id: plan,
  alternative_id: alternative
});

export const getPlan = (id: string): Promise<Tagged<Plan>> =>
  tagged(own.GET('/plans/{plan_id}', { params: { path: path(id) } }));

export const createPlan = (plan: NewPlan): Promise<Plan> =>
  answer(own.POST('/plans', { body: plan as unknown as Schemas['PlanIn'] }));

export const updatePlan = (
  id: string,
  tag: string,
  body: { title: string; on: string }
): Promise<Tagged<Plan>> =>
  tagged(own.PATCH('/plans/{plan_id}', { params: { path: path(id), header: ifMatch(tag) }, body }));

export const deletePlan = (id: string, tag: string): Promise<void> =>
  done(own.DELETE('/plans/{plan_id}', { params: { path: path(id), header: ifMatch(tag) } }));

export const addAlternative = (id: string, asked: NewAlternative): Promise<{ id: string }> =>
  answer(
    own.POST('/plans/{plan_id}/alternatives', {
      params: { path: path(id) },
      body: asked as unknown as Schemas['HybridIn']
    })
  );

/** Its own tag is asked for first: a plan's tag covers all alternatives. */
async function withTag<T>(
  plan: string,
  alternative: string,
  write: (params: {
    path: { plan_id: string; alternative_id: string };
    header: { 'If-Match': string };
  }) => Promise<T>
): Promise<T> {
  const params = { path: pathOf(plan, alternative) };
  const { tag } = await tagged(
    own.GET('/plans/{plan_id}/alternatives/{alternative_id}', { params })
  );
  return write({ ...params, header: ifMatch(tag) });
}

export const renameAlternative = (
  plan: string,
  alternative: string,
  label: string
): Promise<unknown> =>
  withTag(plan, alternative, (params) =>
    answer(
      own.PATCH('/plans/{plan_id}/alternatives/{alternative_id}', {
        params,
        body: { label } as Schemas['AlternativePatch']
      })
    )
  );

export const deleteAlternative = (plan: string, alternative: string): Promise<void> =>
  withTag(plan, alternative, (params) =>
    done(own.DELETE('/plans/{plan_id}/alternatives/{alternative_id}', { params }))
  );

export const decide = (plan: string, body: Schemas['DecisionIn']): Promise<Decision> =>
  answer(own.POST('/plans/{plan_id}/decisions', { params: { path: path(plan) }, body }));

export const getDecision = (plan: string, decision: string): Promise<Decision> =>
  answer(
    own.GET('/plans/{plan_id}/decisions/{decision_id}', {
      params: { path: { plan_id: plan, decision_id: decision } }
    })
  );
