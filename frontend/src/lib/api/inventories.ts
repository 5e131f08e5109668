/** Inventories of the cities with their drafts, and the lines in them. */
import { answer, client, done } from './client';
import { ownList } from './lists';
import { ifMatch, own, tagged, type Tagged } from './own';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Inventory = Schemas['InventoryOut'];
export type InventoryDetail = Schemas['InventoryDetailOut'];
export type InventoryChange = Partial<Schemas['InventoryPatch']>;
export type Coverage = Schemas['CoverageOut'];
export type Differences = Omit<Schemas['InventoryDifferences'], 'next'>;
export type Difference = Schemas['InventoryDifferenceOut'];
export type InventoryGap = Schemas['InventoryGapOut'];
export type Line = Schemas['EmissionOut'];
export type NewLine = Schemas['EmissionIn'];
export type LineChange = Partial<Schemas['EmissionPatch']>;
export type GpcReference = Schemas['GpcReferenceOut'];
export type BalanceSector = Schemas['BalanceSectorOut'];

const inventories = ownList('/inventories');
const lines = ownList('/emissions');

/** Every inventory of a city, drafts and withdrawn ones too; the newest year first. */
export const inventoriesOf = (city: string): Promise<Inventory[]> =>
  inventories.all({ city, sort: '-year,standard,-edition' });

/** Every line of an inventory. */
export const linesOf = (inventory: string): Promise<Line[]> =>
  lines.all({ inventory, sort: 'gpc_ref' });

/** Years without an inventory, and why. */
export const gapsOf = async (city: string): Promise<InventoryGap[]> =>
  (await answer(own.GET('/series', { params: { query: { city } } }))).gaps;

const inventory = (id: string) => ({ inventory_id: id });

export const getInventory = (id: string): Promise<Tagged<InventoryDetail>> =>
  tagged(own.GET('/inventories/{inventory_id}', { params: { path: inventory(id) } }));

export const updateInventory = (
  id: string,
  tag: string,
  body: InventoryChange
): Promise<Tagged<InventoryDetail>> =>
  tagged(
    own.PATCH('/inventories/{inventory_id}', {
      params: { path: inventory(id), header: ifMatch(tag) },
      body: body as Schemas['InventoryPatch']
    })
  );

export const deleteInventory = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/inventories/{inventory_id}', {
      params: { path: inventory(id), header: ifMatch(tag) }
    })
  );

export const publishInventory = (id: string, tag: string): Promise<Tagged<InventoryDetail>> =>
  tagged(
    own.POST('/inventories/{inventory_id}/publications', {
      params: { path: inventory(id), header: ifMatch(tag) }
    })
  );

export const withdrawInventory = (id: string, reason: string): Promise<Tagged<InventoryDetail>> =>
  tagged(
    own.POST('/inventories/{inventory_id}/withdrawals', {
      params: { path: inventory(id) },
      body: { reason }
    })
  );

export const restoreInventory = (id: string): Promise<Tagged<InventoryDetail>> =>
  tagged(own.POST('/inventories/{inventory_id}/restorations', { params: { path: inventory(id) } }));

/** A new edition as a draft, with a copy of all lines. */
export const reviseInventory = (id: string): Promise<InventoryDetail> =>
  answer(own.POST('/inventories/{inventory_id}/revisions', { params: { path: inventory(id) } }));

export const differencesBetween = (before: string, after: string): Promise<Differences> =>
  answer(
    own.GET('/inventories/{inventory_id}/differences', {
      params: { path: inventory(before), query: { to: after } }
    })
  );

const line = (id: string) => ({ emission_id: id });

export const getLine = (id: string): Promise<Tagged<Line>> =>
  tagged(own.GET('/emissions/{emission_id}', { params: { path: line(id) } }));

export const addLine = (body: NewLine): Promise<Line> => answer(own.POST('/emissions', { body }));

export const updateLine = (id: string, tag: string, body: LineChange): Promise<Tagged<Line>> =>
  tagged(
    own.PATCH('/emissions/{emission_id}', {
      params: { path: line(id), header: ifMatch(tag) },
      body: body as Schemas['EmissionPatch']
    })
  );

export const deleteLine = (id: string, tag: string): Promise<void> =>
  done(
    own.DELETE('/emissions/{emission_id}', {
      params: { path: line(id), header: ifMatch(tag) }
    })
  );

const whole = { params: { query: { limit: 1000 } } };

/** The references of GPC 1.1 in the order of the protocol. */
export const gpcReferences = async (): Promise<GpcReference[]> =>
  (await answer(client.GET('/gpc-references', whole))).items.sort((a, b) => a.place - b.place);

/** The sectors of balances that have names of their own. */
export const balanceSectors = async (): Promise<BalanceSector[]> =>
  (await answer(client.GET('/balance-sectors', whole))).items.sort((a, b) => a.place - b.place);

export const restoreLine = (id: string): Promise<Line> =>
  answer(own.POST('/emissions/{emission_id}/restorations', { params: { path: line(id) } }));
