import { m } from '$lib/paraglide/messages';
import { number } from './format';

/** The sentence at a number field that holds no number within its bounds. */
export const numberBetween = (label: string, min: number, max: number): string =>
  m.number_between({ label, min: number(min, 3), max: number(max) });
