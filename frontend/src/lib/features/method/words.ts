/** Words for the closed lists of the method pages. */
import type { Factor } from '$lib/api/types';
import { country, factor as number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

const categories: Record<string, () => string> = {
  flight_passenger: m.category_flight_passenger,
  flight_passenger_model: m.category_flight_passenger_model,
  flight_passenger_wtt: m.category_flight_passenger_wtt,
  non_co2_parameter: m.category_non_co2_parameter,
  ground_passenger: m.category_ground_passenger,
  ground_passenger_wtt: m.category_ground_passenger_wtt,
  ferry_passenger: m.category_ferry_passenger,
  hotel_night: m.category_hotel_night,
  electricity: m.category_electricity,
  heat: m.category_heat,
  fuel: m.category_fuel,
  fuel_wtt: m.category_fuel_wtt,
  freight: m.category_freight,
  freight_wtt: m.category_freight_wtt,
  material: m.category_material,
  textile: m.category_textile,
  food: m.category_food,
  drink: m.category_drink,
  meal: m.category_meal,
  waste: m.category_waste,
  digital: m.category_digital,
  device: m.category_device,
  other_operation: m.category_other_operation
};

export const categoryIds = Object.keys(categories);
export const categoryName = (id: string): string => categories[id]?.() ?? id;

const scopes: Record<Factor['scope'], () => string> = {
  ttw: m.scope_ttw,
  wtt: m.scope_wtt,
  wtw: m.scope_wtw,
  life_cycle: m.scope_life_cycle,
  other: m.scope_other
};
export const scopeName = (scope: Factor['scope']): string => scopes[scope]();

const nonCo2: Record<Factor['non_co2'], () => string> = {
  excluded: m.non_co2_excluded,
  included: m.non_co2_included,
  defines: m.non_co2_defines,
  not_applicable: m.non_co2_not_applicable,
  not_stated: m.non_co2_not_stated
};
export const nonCo2Name = (value: Factor['non_co2']): string => nonCo2[value]();

const units: Record<string, () => string> = {
  passenger_km: m.unit_passenger_km,
  vehicle_km: m.unit_vehicle_km,
  tonne_km: m.unit_tonne_km,
  tonne: m.unit_tonne,
  litre: m.unit_litre,
  room_night: m.unit_room_night,
  kWh_net: m.unit_kwh_net,
  kWh_gross: m.unit_kwh_gross,
  meal: m.unit_meal,
  piece: m.unit_piece,
  hour: m.unit_hour,
  device: m.unit_device,
  m3: () => 'm³',
  working_hour: m.unit_working_hour,
  kg_fuel: m.unit_kg_fuel,
  participant_hour: m.unit_participant_hour,
  message: m.unit_message,
  passenger_leg: m.unit_passenger_leg,
  kgCO2_ttw: m.unit_ttw,
  kgCO2e_ttw: m.unit_ttw
};

/** 'kgCO2e/passenger_km' as people read it: 'kg CO₂e je Personen-km'. */
export function unitName(unit: string): string {
  if (unit === '-' || unit === 'dimensionless') return '';
  const [mass = '', per] = unit.split('/');
  const shown = mass.replace(/^kgCO2/, 'kg CO₂');
  return per ? m.per({ mass: shown, unit: units[per]?.() ?? per.replaceAll('_', ' ') }) : shown;
}

export const factorValue = (factor: Pick<Factor, 'value' | 'unit'>): string =>
  `${number(factor.value)} ${unitName(factor.unit)}`.trim();

/** A country in the language of the page, a state or a group of countries as the source names it. */
export function regionName(region: Pick<Factor, 'region_code' | 'region_name'>): string {
  if (region.region_code === 'world') return m.region_world();
  return /^[A-Z]{2}$/.test(region.region_code) ? country(region.region_code) : region.region_name;
}
