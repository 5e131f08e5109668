/** A saving as the words of a card: how much, how sure, how many per cent. */
import { mass, massRange, massWithin, percent, rangeParts } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import { verdict, type Range } from '$lib/shared/computation/difference';

export interface SavingWords {
  tone: 'less' | 'more' | 'unclear' | 'equal';
  value: string;
  /** The range, with per cent or with what makes it uncertain. */
  range: string;
  /** The range alone. */
  plainRange: string;
}

/** `wholeKg` is what the saving is a part of: the base plan. */
export function savingWords(saving: Range, wholeKg: number): SavingWords {
  const tone = verdict(saving);
  const value = massWithin(Math.abs(saving.central), wholeKg);
  if (tone === 'equal')
    return { tone, value: m.planner_saving_equal(), range: '', plainRange: mass(0) };
  const isLess = saving.central >= 0;
  const [low, high] = isLess ? [saving.low, saving.high] : [-saving.high, -saving.low];
  const plainRange = massRange(low, high, wholeKg);
  const share = wholeKg ? percent(Math.abs(saving.central) / wholeKg) : '';
  const range =
    tone === 'unclear'
      ? m.planner_saving_unclear(rangeParts(low, high, wholeKg))
      : [plainRange, share].filter(Boolean).join(', ');
  const say = isLess ? m.planner_saving_less : m.planner_saving_more;
  return { tone, value: say({ mass: value }), range, plainRange };
}
