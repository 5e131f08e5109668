/** What cities emit: their series, their sums, how far they can be compared, and the way to their targets. */
import { answer, client } from './client';
import { callUrl, curlGet, keptOnce } from './queries';
import type { components } from './schema';

type Schemas = components['schemas'];
export type CitySeries = Omit<Schemas['CitySeries'], 'next'>;
export type Series = Schemas['SeriesOut'];
export type Point = Schemas['PointOut'];
export type Break = Schemas['BreakOut'];
export type InventoryGap = Schemas['InventoryGapOut'];
export type Comparison = Omit<Schemas['Comparison'], 'next'>;
export type ComparedCity = Schemas['ComparedCityOut'];
export type Crosswalk = Schemas['CrosswalkOut'];
export type EmissionTotal = Schemas['EmissionTotalOut'];
export type Target = Schemas['CityTargetOut'];
export type Pathway = Schemas['PathwayOut'];
export type Standard = Series['standard'];
export type Measure = Point['measure'];

/** What of an inventory is looked at; the names are those of the interface for programs. */
export interface Aspect {
  kind?: string;
  measure?: string;
  gwp?: string;
}

export const seriesOf = (city: string, aspect: Aspect = {}): Promise<CitySeries> =>
  answer(client.GET('/series', { params: { query: { city, ...aspect } as never } }));

export const seriesCall = (city: string, aspect: Aspect = {}): string =>
  curlGet(callUrl('/series', { city, ...aspect }));

export const compare = (cities: string[], query: Record<string, string>): Promise<Comparison> =>
  answer(
    client.GET('/comparisons', { params: { query: { cities: cities.join(), ...query } as never } })
  );

export const comparisonCall = (cities: string[], query: Record<string, string>): string =>
  curlGet(callUrl('/comparisons', { cities: cities.join(), ...query }));

/** Sums by city, year and sector, added up anew by the potentials asked for. */
export const sectorTotals = async (query: Record<string, string>): Promise<EmissionTotal[]> =>
  (
    await answer(
      client.GET('/emission-totals', {
        params: { query: { by: 'city,year,sector', ...query } as never }
      })
    )
  ).items;

export const sectorTotalsCall = (query: Record<string, string>): string =>
  curlGet(callUrl('/emission-totals', { by: 'city,year,sector', ...query }));

export const targetsOf = async (city: string): Promise<Target[]> =>
  (await answer(client.GET('/targets', { params: { query: { city } } }))).items;

export const targetsCall = (city: string): string => curlGet(callUrl('/targets', { city }));

/** Names of sectors: those of GPC by their number, those of other standards by their id. */
export const sectorNames = keptOnce(async () => {
  const whole = { params: { query: { limit: 1000 } } };
  const [references, balances] = await Promise.all([
    answer(client.GET('/gpc-references', whole)),
    answer(client.GET('/balance-sectors', whole))
  ]);
  const named = references.items.flatMap(({ sector, sector_name_de, sector_name_en }) => [
    [sector, { de: sector_name_de, en: sector_name_en }] as const
  ]);
  const own = balances.items.map(({ id, name_de, name_en }) => [id, { de: name_de, en: name_en }]);
  return new Map([...named, ...own] as [string, { de: string; en: string }][]);
});

/** How the sectors of GPC and BISKO relate. */
export const gpcAndBisko = keptOnce(
  async (): Promise<Crosswalk[]> =>
    (
      await answer(
        client.GET('/standard-crosswalk', {
          params: { query: { from_standard: 'gpc', to_standard: 'bisko', limit: 1000 } }
        })
      )
    ).items
);
