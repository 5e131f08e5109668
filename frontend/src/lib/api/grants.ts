/** Grant programmes, and what their activities add up to for the funder. */
import { answer, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Grant = Schemas['ProgrammeOut'];
export type GrantValues = Schemas['ProgrammeIn'];
export type GrantFigures = Schemas['ProgrammeFiguresOut'];

export const grants = ownList('/programmes');

const grant = (id: string) => ({ programme_id: id });

export const getGrant = (id: string): Promise<Tagged<Grant>> =>
  tagged(own.GET('/programmes/{programme_id}', { params: { path: grant(id) } }));

export const getGrantFigures = (id: string): Promise<GrantFigures> =>
  answer(own.GET('/programmes/{programme_id}/figures', { params: { path: grant(id) } }));

export const createGrant = (body: GrantValues): Promise<Grant> =>
  answer(own.POST('/programmes', { body }));

export const updateGrant = (id: string, tag: string, body: GrantValues): Promise<Tagged<Grant>> =>
  tagged(
    own.PATCH('/programmes/{programme_id}', {
      params: { path: grant(id), header: ifMatch(tag) },
      body: body as Schemas['ProgrammePatch']
    })
  );

export const deleteGrant = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/programmes/{programme_id}', {
      params: { path: grant(id), header: ifMatch(tag) }
    })
  );
