/** The references an amount can count in, in the words of the person who enters it. */
import { m } from '$lib/paraglide/messages';

const words: Record<string, () => string> = {
  'I.1.1': m.first_ref_homes,
  'I.2.1': m.first_ref_services,
  'I.3.1': m.first_ref_industry,
  'III.1.1': m.first_ref_inside,
  'III.1.2': m.first_ref_outside,
  'III.2.1': m.first_ref_inside,
  'III.2.2': m.first_ref_outside,
  'III.4.1': m.first_ref_inside,
  'III.4.2': m.first_ref_outside
};
export const refWord = (ref: string): string => {
  const word = words[ref];
  return word ? `${word()} (${ref})` : ref;
};
