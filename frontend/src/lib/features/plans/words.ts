/** Words of plans, alternatives and decisions. */
import type { Alternative, ChangeName, PlanRow } from '$lib/api/plans';
import { mass, massRange, massWithin, percent, rangeParts } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const statusWord: Record<PlanRow['status'], () => string> = {
  open: m.plans_status_open,
  decided: m.plans_status_decided
};
export const changeWord: Record<ChangeName, () => string> = {
  rail_to_hub: m.plans_change_rail_to_hub,
  fewer_travellers: m.plans_change_fewer_travellers,
  one_longer_stay: m.plans_change_one_longer_stay,
  hybrid: m.plans_change_hybrid,
  online_only: m.plans_change_online_only
};

export const letter = (index: number): string => String.fromCharCode(65 + index);

export interface SavingWords {
  tone: 'less' | 'more' | 'unclear' | 'equal';
  value: string;
  range: string;
}

/** What an alternative saves against the first one: how much, how sure, how many per cent. */
export function savingWords(
  saving: NonNullable<Alternative['saving']>,
  wholeKg: number
): SavingWords {
  const { ghg_kg, low_kg, high_kg, pct } = saving;
  if (ghg_kg === 0 && low_kg === high_kg)
    return { tone: 'equal', value: m.plans_saving_equal(), range: '' };
  const isLess = ghg_kg >= 0;
  const [low, high] = isLess ? [low_kg, high_kg] : [-high_kg, -low_kg];
  const value = massWithin(Math.abs(ghg_kg), wholeKg);
  const words = isLess
    ? m.plans_saving_less({ mass: value })
    : m.plans_saving_more({ mass: value });
  if (low < 0)
    return {
      tone: 'unclear',
      value: words,
      range: m.plans_saving_unclear(rangeParts(low, high, wholeKg))
    };
  const share = pct === null ? '' : percent(Math.abs(pct) / 100);
  return {
    tone: isLess ? 'less' : 'more',
    value: words,
    range: [massRange(low, high, wholeKg), share].filter(Boolean).join(', ')
  };
}

export interface Figure {
  ghg_kg: number;
  ghg_low_kg: number;
  ghg_high_kg: number;
}
export const figureWords = (figure: Figure): string =>
  m.footprint_figure({
    mass: mass(figure.ghg_kg),
    range: massRange(figure.ghg_low_kg, figure.ghg_high_kg, figure.ghg_kg)
  });
