/** All variants against A: their savings, the scale they share, and what matters most. */
import { aloneOf, leverOf, toldOf } from './describe';
import { savingRange, type Range } from '$lib/shared/computation/difference';
import type { Slot } from './planner.svelte';
import type { Board } from './board';
import type { Places } from '$lib/shared/trip/plan';
import { savingWords, type SavingWords } from './saving';
import { stepsBetween } from './waterfall';

export interface Compared {
  /** End of the shared scale, kg. */
  max: number;
  /** One for each variant; null for A and where a number is missing. */
  savings: (SavingWords | null)[];
  /** One or two sentences; '' while nothing can be said. */
  lever: string;
}

export function compareAll(board: Board, slots: Slot[], places: Places): Compared {
  const sides = slots.map((slot) => slot.side);
  const base = sides[0];
  const max = Math.max(1, ...sides.map((side) => side?.answer.ghg_high_kg ?? 0)) * 1.04;
  if (!base) return { max, savings: slots.map(() => null), lever: '' };

  const whole = base.answer.ghg_kg;
  const ranges = sides.map((side, at): Range | null =>
    at && side ? savingRange(base.answer, side.answer) : null
  );
  const saved = (at: number) => ranges[at]?.central ?? 0;
  const best = ranges.reduce((most, _, at) => (saved(at) > saved(most) ? at : most), 0);
  const side = best ? sides[best] : null;
  const lever = side
    ? [
        leverOf(stepsBetween(base, side), toldOf(board, best, side, places)),
        aloneOf(board, (at) => (whole ? saved(at) / whole : 0))
      ]
    : [];
  return {
    max,
    savings: ranges.map((range) => range && savingWords(range, whole)),
    lever: lever.filter(Boolean).join(' ')
  };
}

/** The way by rail or coach of a variant, km; null where it has none. */
export function groundKm({ side }: Slot): number | null {
  const at = side?.lines.findIndex(({ item }) => item.type === 'rail' || item.type === 'coach');
  return (at !== undefined && side?.answer.items[at]?.distance_km) || null;
}
