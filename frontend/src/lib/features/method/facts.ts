/** A factor's and a source's own fields as rows of a list. */
import type { Factor, Source } from '$lib/api/types';
import { day, factor as number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import type { Fact } from '$lib/ui/Facts.svelte';
import { categoryName, nonCo2Name } from './words';

const gas = (value: number | null): string | null =>
  value === null ? null : `${number(value)} kg`;
const onDay = (value: string | null): string | null => value && day(value);

function validity(factor: Factor): string | null {
  const from = onDay(factor.valid_from_on);
  const to = onDay(factor.valid_to_on);
  if (from && to) return m.from_to({ from, to });
  return from && m.from_on({ from });
}

/** The potentials by the publisher's wording, marked where they are only recalled. */
function gwp(factor: Factor): string | null {
  if (factor.gwp_set_verification !== 'recalled') return factor.gwp_set;
  // Without a role, the mark is all there is to see.
  return [factor.gwp_set, `(${m.proof_recalled()})`].filter(Boolean).join(' ');
}

export const factorFacts = (factor: Factor): Fact[] => [
  { label: m.factor_id(), value: factor.id },
  { label: m.category(), value: categoryName(factor.category) },
  { label: m.factor_set(), value: factor.factor_set_id },
  { label: m.boundary(), value: factor.scope_boundary, lang: 'en' },
  { label: m.gwp_set(), value: gwp(factor) },
  { label: m.non_co2(), value: nonCo2Name(factor.non_co2) },
  { label: m.of_which({ gas: 'CO₂' }), value: gas(factor.co2_kg) },
  { label: m.of_which({ gas: 'CH₄' }), value: gas(factor.ch4_kg) },
  { label: m.of_which({ gas: 'N₂O' }), value: gas(factor.n2o_kg) },
  { label: m.valid(), value: validity(factor) },
  { label: m.best_before(), value: onDay(factor.best_before_on) },
  { label: m.publisher(), value: factor.publisher, lang: 'en' },
  { label: m.document(), value: factor.document, lang: 'en' },
  { label: m.section(), value: factor.table_or_section, lang: 'en' },
  { label: m.published_in(), value: factor.publication_year },
  { label: m.licence(), value: factor.licence, lang: 'en' },
  { label: m.grade(), value: factor.quality_grade },
  { label: m.note(), value: factor.quality_note, lang: 'en' }
];

/** The web address a locator is, or undefined: many name a file, a code or a part of an address. */
function address(locator: string | null): string | undefined {
  if (!locator || locator.includes('...')) return undefined;
  if (!/^(https?:\/\/)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/.test(locator)) return undefined;
  return locator.replace(/^(?!https?:)/, 'https://');
}

export const sourceFacts = (source: Source): Fact[] => [
  { label: m.source_id(), value: source.id },
  { label: m.publisher(), value: source.publisher, lang: 'en' },
  { label: m.published_in(), value: source.year === null ? null : String(source.year) },
  { label: m.kind(), value: source.kind, lang: 'en' },
  { label: m.locator(), value: source.locator, href: address(source.locator) },
  { label: m.licence(), value: source.licence, lang: 'en' },
  { label: m.accessed(), value: onDay(source.accessed_on) },
  { label: m.note(), value: source.note, lang: 'en' }
];
