/** Files that are taken over: sent, followed while they are checked, answered, applied and undone. */
import { answer } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Import = Schemas['ImportOut'];
export type ImportDetail = Schemas['ImportDetailOut'];
export type ImportProblem = Schemas['ImportProblemOut'];
export type Mapping = Schemas['ImportMappingOut'];
export type Answers = Schemas['ImportMappingIn'];

const imports = ownList('/imports');
const mappings = ownList('/import-mappings');

/** The files of a city, the newest first. */
export const importsOf = (city: string): Promise<Import[]> => imports.all({ city });

/** Answers that were given for files of a city, the newest first. */
export const mappingsOf = (city: string): Promise<Mapping[]> =>
  mappings.all({ city, sort: '-created_at' });

export interface NewImport {
  file: File;
  city: string;
  year: number | null;
  mapping: string | null;
}

/** Sends a file to be checked and shown; nothing is taken over yet. `key` makes a repeat the same request. */
export function sendFile(
  { file, city, year, mapping }: NewImport,
  key: string
): Promise<ImportDetail> {
  const form = new FormData();
  const fields = {
    resource: 'inventories',
    city_id: city,
    dry_run: true,
    year,
    mapping_id: mapping
  };
  form.append('file', file);
  for (const [name, value] of Object.entries(fields))
    if (value !== null) form.append(name, String(value));
  return answer(
    own.POST('/imports', {
      params: { header: { 'Idempotency-Key': key } },
      body: form as unknown as Schemas['ImportIn'],
      bodySerializer: () => form
    })
  );
}

const one = (id: string) => ({ import_id: id });

export const getImport = (id: string): Promise<Tagged<ImportDetail>> =>
  tagged(own.GET('/imports/{import_id}', { params: { path: one(id) } }));

/** The answers are kept for files of the same city; the file is then checked anew. */
export const answerImport = (
  id: string,
  tag: string,
  body: Answers
): Promise<Tagged<ImportDetail>> =>
  tagged(
    own.PUT('/imports/{import_id}/mapping', {
      params: { path: one(id), header: ifMatch(tag) },
      body
    })
  );

export const applyImport = (id: string, reason: string | null): Promise<Tagged<ImportDetail>> =>
  tagged(
    own.POST('/imports/{import_id}/applications', { params: { path: one(id) }, body: { reason } })
  );

export const undoImport = (id: string): Promise<Tagged<ImportDetail>> =>
  tagged(own.POST('/imports/{import_id}/reversals', { params: { path: one(id) } }));
