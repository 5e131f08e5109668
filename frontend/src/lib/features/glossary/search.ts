import type { Locale } from '$lib/i18n/paths';
import terms from './terms.json';

export interface Wording {
  term: string;
  text: string;
}

/** The words of this application, each in German and English; `id` is the anchor others may point to. */
export const TERMS: readonly { id: string; de: Wording; en: Wording }[] = terms;

/** Terms in one language that hold the words in their name or text, in the order of that language. */
export function found(words: string, language: Locale): (Wording & { id: string })[] {
  const wanted = folded(words);
  return TERMS.map((term) => ({ id: term.id, ...term[language] }))
    .filter(({ term, text }) => folded(`${term} ${text}`).includes(wanted))
    .sort((a, b) => a.term.localeCompare(b.term, language));
}

/** Without case and accents, and with CO2 found by typing it on an ordinary keyboard. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
