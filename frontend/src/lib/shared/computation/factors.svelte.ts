/** Names of factors and units for people; fetched once, the id until they are there. */
import { getFactor, listMethods } from '$lib/api/queries';
import type { Factor } from '$lib/api/types';
import { bilingual } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import { factorTitle } from './factorTitle';

let known = $state.raw<ReadonlyMap<string, Factor>>(new Map());
type Names = ReadonlyMap<string, { de: string; en: string }>;
let parameters = $state.raw<Names>(new Map());
let titles = $state.raw<Names>(new Map());
const asked = new Set<string>();

/** The factors' own rows; one that cannot be had stays with its id. */
export async function loadFactors(ids: string[]): Promise<void> {
  const wanted = ids.filter((id) => !asked.has(id) && !id.includes(':'));
  wanted.forEach((id) => asked.add(id));
  const found = await Promise.all(
    wanted.map((id) =>
      getFactor(id).catch(() => {
        asked.delete(id);
        return null;
      })
    )
  );
  const rows = found.filter((factor) => factor !== null);
  if (rows.length) known = new Map([...known, ...rows.map((row) => [row.id, row] as const)]);
}

/** Methods and their parameters have names in both languages; the factors' names are the publishers' own. */
export async function loadMethods(): Promise<void> {
  const methods = await listMethods().catch(() => []);
  titles = new Map(methods.map(({ id, title_de: de, title_en: en }) => [id, { de, en }]));
  parameters = new Map(
    methods.flatMap((method) =>
      method.parameters.map(({ id, factor_id: factor, name_de: de, name_en: en }) => [
        factor ?? `${method.id}:${id}`,
        { de, en }
      ])
    )
  );
}

/** Where a factor is explained: its own page, or its method's where it is a parameter of that. */
export function factorAddress(id: string): string {
  const [method, parameter] = id.split(':');
  return parameter ? `/methodik#${method}` : `/methodik/faktoren/${encodeURIComponent(id)}`;
}

/** 'Klimabrücke 2026'; the id until the names are there. */
export function methodTitle(id: string): string {
  const found = titles.get(id);
  return found ? bilingual(found.de, found.en).text : id;
}

export const factorRow = (id: string): Factor | undefined => known.get(id);

export function factorName(id: string): string {
  const named = parameters.get(id);
  if (named) return bilingual(named.de, named.en).text;
  const row = known.get(id);
  return row ? factorTitle(row).text : id;
}

/** What one unit of a factor is, by the unit's name behind the slash. */
const unitWords: Record<string, () => string> = {
  passenger_leg: m.planner_unit_leg,
  passenger_km: m.planner_unit_passenger_km,
  vehicle_km: m.planner_unit_vehicle_km,
  room_night: m.planner_unit_room_night,
  participant_hour: m.planner_unit_participant_hour,
  kWh: m.planner_unit_kwh,
  tonne_km: m.planner_unit_tonne_km,
  meal: m.planner_unit_meal,
  kgCO2e_ttw: m.planner_unit_per_ttw,
  kgCO2_ttw: m.planner_unit_per_ttw
};

/** 'kgCO2e/room_night' or 'kg/room_night' in words; a unit nobody named stays as it is. */
export function unitWord(unit: string): string {
  if (unit === 'dimensionless' || unit === '-') return '';
  return unitWords[unit.replace(/^[^/]*\//, '')]?.() ?? unit;
}

const formulaWords: Record<string, () => string> = {
  pax: m.planner_formula_pax,
  vehicle: m.planner_formula_vehicle
};
export const formulaWord = (word: string): string => formulaWords[word]?.() ?? unitWord(word);
