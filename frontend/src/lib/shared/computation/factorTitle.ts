import { bilingual } from '$lib/i18n/format';

/** A factor's name in the language of the page where it has one, else as its publisher writes it. */
export function factorTitle(factor: {
  name: string;
  name_de?: string | null;
  name_en?: string | null;
}): { text: string; lang: string } {
  const { name, name_de: de, name_en: en } = factor;
  return bilingual(de ?? null, en ?? name);
}
