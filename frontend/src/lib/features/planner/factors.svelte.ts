/** Names of factors and units for people; fetched once, the id until they are there. */
import { getFactor, listMethods } from '$lib/api/queries';
import type { Factor } from '$lib/api/types';
import { bilingual } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

let known = $state.raw<ReadonlyMap<string, Factor>>(new Map());
let parameters = $state.raw<ReadonlyMap<string, { de: string; en: string }>>(new Map());
const asked = new Set<string>();

/** The factors' own rows; one that cannot be had stays with its id. */
export async function loadFactors(ids: string[]): Promise<void> {
  const wanted = ids.filter((id) => !asked.has(id));
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

/** Model parameters have names in both languages; the factors' names are the publishers' own. */
export async function loadParameters(): Promise<void> {
  const methods = await listMethods().catch(() => []);
  parameters = new Map(
    methods
      .flatMap((method) => method.parameters)
      .map((each) => [each.id, { de: each.name_de, en: each.name_en }])
  );
}

export const factorRow = (id: string): Factor | undefined => known.get(id);

export function factorName(id: string): string {
  const named = parameters.get(id);
  return named ? bilingual(named.de, named.en).text : (known.get(id)?.name ?? id);
}

const unitWords: Record<string, () => string> = {
  'kgCO2e/passenger.leg': m.planner_unit_leg,
  'kgCO2e/passenger.km': m.planner_unit_passenger_km,
  'kgCO2e/vehicle.km': m.planner_unit_vehicle_km,
  'kgCO2e/room.night': m.planner_unit_room_night,
  'kgCO2e/kgCO2e': m.planner_unit_share,
  'x TTW CO2': m.planner_unit_times_ttw,
  dimensionless: m.planner_unit_factor,
  'kgCO2e/hour.participant': m.planner_unit_participant_hour,
  'kgCO2e/kWh': m.planner_unit_kwh,
  'kgCO2e/tonne.km': m.planner_unit_tonne_km,
  'kgCO2e/meal': m.planner_unit_meal
};
export const unitWord = (unit: string): string => unitWords[unit]?.() ?? unit;

const formulaWords: Record<string, () => string> = {
  pax: m.planner_formula_pax,
  vehicle: m.planner_formula_vehicle,
  'kg/passenger_km': m.planner_unit_passenger_km,
  'kg/vehicle_km': m.planner_unit_vehicle_km,
  'kg/room_night': m.planner_unit_room_night,
  'kg/participant_hour': m.planner_unit_participant_hour,
  'kg/kWh': m.planner_unit_kwh,
  'kg/tonne_km': m.planner_unit_tonne_km,
  'kg/meal': m.planner_unit_meal
};
export const formulaWord = (word: string): string => formulaWords[word]?.() ?? word;
