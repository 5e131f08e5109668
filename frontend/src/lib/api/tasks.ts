/** What waits for people, who works here, who stands in for whom, and approvals by another person. */
import { answer, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Task = Schemas['TaskOut'];
export type Colleague = Schemas['ColleagueOut'];
export type Deputy = Schemas['DeputyOut'];
export type NewDeputy = Schemas['DeputyIn'];
export type Approval = Schemas['ApprovalOut'];

export const listTasks = async (): Promise<Task[]> => (await answer(own.GET('/tasks'))).items;

const colleagues = ownList('/colleagues');
export const listColleagues = (): Promise<Colleague[]> => colleagues.all();

const deputies = ownList('/deputies');
/** Who stands in for the person signed in, and for whom they do. */
export const listDeputies = (): Promise<Deputy[]> => deputies.all({ sort: 'starts_on' });

export const nameDeputy = (body: NewDeputy): Promise<Deputy> =>
  answer(own.POST('/deputies', { body }));

export async function removeDeputy(id: string): Promise<void> {
  const path = { deputy_id: id };
  const { tag } = await tagged(own.GET('/deputies/{deputy_id}', { params: { path } }));
  await done(own.DELETE('/deputies/{deputy_id}', { params: { path, header: ifMatch(tag) } }));
}

const activity = (id: string) => ({ activity_id: id });

/** The latest request for the approval of an activity, answered or not; null where nobody has asked. */
export async function latestApproval(activityId: string): Promise<Approval | null> {
  const params = { path: activity(activityId), query: { limit: 1 } };
  const { items } = await answer(
    own.GET('/activities/{activity_id}/approval-requests', { params })
  );
  return items[0] ?? null;
}

export const askForApproval = (activityId: string, askedUserId: string): Promise<Approval> =>
  answer(
    own.POST('/activities/{activity_id}/approval-requests', {
      params: { path: activity(activityId) },
      body: askedUserId ? { asked_user_id: askedUserId } : {}
    })
  );

export async function withdrawApproval(activityId: string, requestId: string): Promise<void> {
  const address = '/activities/{activity_id}/approval-requests/{request_id}';
  const path = { ...activity(activityId), request_id: requestId };
  const { tag } = await tagged(own.GET(address, { params: { path } }));
  await done(own.DELETE(address, { params: { path, header: ifMatch(tag) } }));
}

/** Approves the state of the activity that `tag` names; `actingFor` is the person somebody stands in for. */
export const approveActivity = (
  activityId: string,
  tag: string,
  body: Schemas['ActivityApprovalIn'],
  actingFor: string | null
): Promise<Approval> =>
  answer(
    own.POST('/activities/{activity_id}/approvals', {
      params: { path: activity(activityId), header: ifMatch(tag) },
      headers: actingFor ? { 'X-KB-Acting-For': actingFor } : {},
      body
    })
  );

export const restoreActivity = (id: string): Promise<unknown> =>
  answer(
    own.POST('/activities/{activity_id}/restorations', {
      params: { path: activity(id) },
      body: {}
    })
  );

export const restorePlan = (id: string): Promise<unknown> =>
  answer(own.POST('/plans/{plan_id}/restorations', { params: { path: { plan_id: id } } }));
