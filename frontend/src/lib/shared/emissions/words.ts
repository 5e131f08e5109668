/** Words and figures of inventories. */
import type { Measure, Point, Series, Standard } from '$lib/api/emissions';
import { fixed, number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const standardWord: Record<Standard, () => string> = {
  gpc: m.emissions_standard_gpc,
  bisko: m.emissions_standard_bisko,
  quellenbilanz: m.emissions_standard_quellenbilanz,
  verursacherbilanz: m.emissions_standard_verursacherbilanz,
  iclei: m.emissions_standard_iclei,
  cdp_reported: m.emissions_standard_cdp_reported,
  other: m.emissions_standard_other
};
export const measureWord: Record<Measure, () => string> = {
  basic: m.emissions_measure_basic,
  basic_plus: m.emissions_measure_basic_plus,
  territorial: m.emissions_measure_territorial,
  total: m.emissions_measure_total
};
export const gasesWord: Record<Series['gases'], () => string> = {
  co2: m.emissions_gases_co2,
  co2e: m.emissions_gases_co2e
};
const reasonWord: Record<string, () => string> = {
  gwp_set_not_stated: m.emissions_reason_gwp_set_not_stated,
  not_split_by_gas: m.emissions_reason_not_split_by_gas,
  gas_without_potential: m.emissions_reason_gas_without_potential,
  not_in_every_inventory: m.emissions_reason_not_in_every_inventory
};

/** Why a sum cannot be given, as one sentence. */
export const whyNot = (reasons: readonly string[]): string =>
  reasons.map((reason) => reasonWord[reason]?.() ?? reason).join(' ') || m.emissions_no_total();

/** A city's tonnes: '21,9 Mio. t', '12.400 t'. */
export function amount(kg: number): string {
  const tonnes = kg / 1000;
  if (Math.abs(tonnes) >= 1_000_000) return m.emissions_million({ value: fixed(tonnes / 1e6, 1) });
  return m.emissions_tonnes({ value: number(tonnes, Math.abs(tonnes) < 10 ? 1 : 0) });
}

export const perHead = (kg: number): string => m.emissions_tonnes({ value: fixed(kg / 1000, 1) });

/** 'CO₂ allein, Quellenbilanz' or 'alle Treibhausgase, GPC, BASIC'. */
export function methodWords(one: {
  standard: Standard;
  gases: Series['gases'];
  measure: Measure;
}): string {
  const standard = standardWord[one.standard]();
  const method = one.measure === 'total' ? standard : `${standard} ${measureWord[one.measure]()}`;
  return m.emissions_method({ gases: gasesWord[one.gases](), method });
}

/** The people a figure is divided by, and how they were counted. */
export function peopleWords(point: Pick<Point, 'population'>, basis: string): string {
  if (point.population === null) return m.emissions_people_missing();
  const count = number(point.population);
  return basis ? m.emissions_people({ count, basis }) : count;
}
