/** What happened, beside what was planned; and the table of a travel agency. */
import { answer, client } from './client';
import { ifMatch, own } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type PlanActual = Schemas['PlanActualOut'];
export type Actuals = Schemas['ActualsIn'];
export type TravelTable = Schemas['TravelTableOut'];
export type TravelRow = Schemas['TravelRowOut'];
export type TableField = NonNullable<Schemas['ColumnOut']['field']>;
export type KeptItem = Schemas['KeptItem'];

const activity = (id: string) => ({ activity_id: id });

export const getPlanActual = (id: string): Promise<PlanActual> =>
  answer(own.GET('/activities/{activity_id}/plan-actual', { params: { path: activity(id) } }));

export const recordActuals = (
  id: string,
  tag: string,
  body: Partial<Actuals>
): Promise<Schemas['ActivityFootprintOut']> =>
  answer(
    own.POST('/activities/{activity_id}/actuals', {
      params: { path: activity(id), header: ifMatch(tag) },
      body: body as Actuals
    })
  );

export const readTravelTable = (body: Schemas['TravelTableIn']): Promise<TravelTable> =>
  answer(client.POST('/travel-tables', { body }));
