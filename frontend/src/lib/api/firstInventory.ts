/** The way to a first inventory: the twelve data, letters, entries, keys, coverage, and publishing it. */
import { answer, client, done } from './client';
import { fileOf, ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Inventory = Schemas['InventoryDetailOut'];
export type ListedInventory = Schemas['InventoryOut'];
export type NewInventory = Schemas['InventoryIn'];
export type InventoryChange = Partial<Schemas['InventoryPatch']>;
export type Datum = Schemas['FirstDatumOut'];
export type EntryForm = Schemas['FirstFormOut'];
export type OfferedFactor = Schemas['OfferedFactorOut'];
export type NewEntry = Schemas['FirstEntryIn'];
export type NewKeys = Schemas['NotationKeysIn'];
export type Line = Schemas['EmissionOut'];
export type Coverage = Schemas['InventoryCoverageOut'];
export type Letter = Schemas['LetterOut'];

const of = (id: string) => ({ inventory_id: id });

export const firstData = async (): Promise<Datum[]> =>
  (await answer(client.GET('/first-inventory-data'))).items;

export const getLetter = (datum: string, city: string, year: number): Promise<Letter> =>
  answer(
    client.GET('/first-inventory-data/{datum_id}/letter', {
      params: { path: { datum_id: datum }, query: { city, year } }
    })
  );

export const letterFile = (datum: string, city: string, year: number): Promise<Blob> =>
  fileOf(`/first-inventory-data/${datum}/letter`, { city, year: String(year), format: 'docx' });

/** Inventories by GPC of a city, the newest first. */
export const inventoriesOf = async (city: string): Promise<ListedInventory[]> =>
  (
    await answer(
      own.GET('/inventories', {
        params: { query: { city, standard: 'gpc', kind: 'community', sort: '-year', limit: 1000 } }
      })
    )
  ).items;

export const createInventory = (body: NewInventory): Promise<Inventory> =>
  answer(own.POST('/inventories', { body }));

export const getInventory = (id: string): Promise<Tagged<Inventory>> =>
  tagged(own.GET('/inventories/{inventory_id}', { params: { path: of(id) } }));

export const updateInventory = (
  id: string,
  tag: string,
  body: InventoryChange
): Promise<Tagged<Inventory>> =>
  tagged(
    own.PATCH('/inventories/{inventory_id}', {
      params: { path: of(id), header: ifMatch(tag) },
      body: body as Schemas['InventoryPatch']
    })
  );

export const publishInventory = (id: string, tag: string): Promise<Tagged<Inventory>> =>
  tagged(
    own.POST('/inventories/{inventory_id}/publications', {
      params: { path: of(id), header: ifMatch(tag) }
    })
  );

export const linesOf = async (inventory: string): Promise<Line[]> =>
  (await answer(own.GET('/emissions', { params: { query: { inventory, limit: 1000 } } }))).items;

export const addEntry = (inventory: string, body: NewEntry): Promise<Line> =>
  answer(
    own.POST('/inventories/{inventory_id}/first-inventory-entries', {
      params: { path: of(inventory) },
      body
    })
  );

export async function removeLine(id: string): Promise<void> {
  const path = { emission_id: id };
  const { tag } = await tagged(own.GET('/emissions/{emission_id}', { params: { path } }));
  await done(own.DELETE('/emissions/{emission_id}', { params: { path, header: ifMatch(tag) } }));
}

export const setKeys = (inventory: string, body: NewKeys): Promise<Inventory> =>
  answer(
    own.POST('/inventories/{inventory_id}/notation-keys', {
      params: { path: of(inventory) },
      body
    })
  );

export const getCoverage = (id: string): Promise<Coverage> =>
  answer(own.GET('/inventories/{inventory_id}/coverage', { params: { path: of(id) } }));
