/** Words of travel rules and contributions, and amounts as people type them. */
import type { Contribution, Rule } from '$lib/api/rules';
import { bilingual, day, fixed } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const ruleKindWord: Record<Rule['kind'], () => string> = {
  rail_first: m.rules_kind_rail_first,
  co2_levy: m.rules_kind_co2_levy,
  taxi_exception: m.rules_kind_taxi_exception,
  gap: m.rules_kind_gap
};
export const proofWord: Record<NonNullable<Rule['verification']>, () => string> = {
  verified: m.rules_verified,
  derived: m.rules_derived,
  reported: m.rules_reported,
  recalled: m.rules_recalled
};
export const contributionWord: Record<Contribution['kind'], () => string> = {
  levy: m.rules_contribution_levy,
  donation: m.rules_contribution_donation,
  own_climate_project: m.rules_contribution_own_climate_project
};

export const optionsOf = <T extends string>(
  words: Record<T, () => string>
): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));

export const ruleTitle = (rule: Pick<Rule, 'title_de' | 'title_en'>) =>
  bilingual(rule.title_de, rule.title_en);

export function validity({ valid_from_on: from, valid_to_on: to }: Rule): string {
  if (from && to) return m.rules_valid_both({ from: day(from), to: day(to) });
  if (from) return m.rules_valid_from({ day: day(from) });
  return to ? m.rules_valid_to({ day: day(to) }) : m.rules_valid_open();
}

/** '25', '25,5' or '25.50' as 2500, 2550, 2550; null for what is no amount above nothing. */
export function centsOf(entry: string): number | null {
  if (!/^\d{1,9}([.,]\d{1,2})?$/.test(entry.trim())) return null;
  return Math.round(Number(entry.trim().replace(',', '.')) * 100) || null;
}

/** 2550 as it stands in a field: '25,50' or '25.50'. */
export const amountText = (cents: number | null): string =>
  cents === null ? '' : (cents / 100).toFixed(2).replace('.', m.decimal_mark());

/** Money in its smallest unit as an amount: '250,00 EUR'. The code stands for itself; signs are ambiguous. */
export const money = (cents: number, currency: string): string =>
  `${fixed(cents / 100, 2)}\u00a0${currency}`;
