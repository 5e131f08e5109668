/** A grant as it stands in its form: amounts as people type them, empty texts where nothing is known. */
import type { Grant, GrantValues } from '$lib/api/grants';
import { fixed } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import { mistakesOf, type FieldMistake } from '$lib/ui/form.svelte';

export interface PositionDraft {
  code: string;
  title_de: string;
  title_en: string;
  planned: string;
  changed: string;
  spent: string;
}
export interface GrantDraft {
  title_de: string;
  title_en: string;
  funder: string;
  grant_reference: string;
  starts_on: string;
  ends_on: string;
  currency: string;
  own_share: string;
  positions: PositionDraft[];
  conditions: { text_de: string; text_en: string }[];
  notice_de: string;
  notice_en: string;
  city_ids: string[];
}

export const emptyPosition = (): PositionDraft => ({
  code: '',
  title_de: '',
  title_en: '',
  planned: '',
  changed: '',
  spent: ''
});

export function emptyGrant(): GrantDraft {
  const year = new Date().getFullYear();
  return {
    title_de: '',
    title_en: '',
    funder: '',
    grant_reference: '',
    starts_on: `${year}-01-01`,
    ends_on: `${year}-12-31`,
    currency: 'EUR',
    own_share: '',
    positions: [emptyPosition()],
    conditions: [],
    notice_de: '',
    notice_en: '',
    city_ids: []
  };
}

const typed = (cents: number | null): string => (cents === null ? '' : fixed(cents / 100, 2));

export const draftOf = (grant: Grant): GrantDraft => ({
  title_de: grant.title_de ?? '',
  title_en: grant.title_en ?? '',
  funder: grant.funder,
  grant_reference: grant.grant_reference ?? '',
  starts_on: grant.starts_on,
  ends_on: grant.ends_on,
  currency: grant.currency,
  own_share: typed(grant.own_share_cents),
  positions: grant.positions.map((position) => ({
    code: position.code,
    title_de: position.title_de ?? '',
    title_en: position.title_en ?? '',
    planned: typed(position.planned_cents),
    changed: typed(position.changed_cents),
    spent: typed(position.spent_cents)
  })),
  conditions: grant.conditions.map(({ text_de, text_en }) => ({
    text_de: text_de ?? '',
    text_en: text_en ?? ''
  })),
  notice_de: grant.funding_notice_de ?? '',
  notice_en: grant.funding_notice_en ?? '',
  city_ids: [...grant.city_ids]
});

/** '12.000,50' in cents; null where nothing is typed, undefined where it is no amount. */
export function centsOf(entry: string): number | null | undefined {
  const text = entry.replaceAll(/[\s\u202f\u00a0]/g, '');
  if (!text) return null;
  const mark = m.decimal_mark();
  const group = mark === ',' ? '\\.' : ',';
  const amount = new RegExp(`^(\\d{1,3}(${group}\\d{3})+|\\d{1,11})(\\${mark}\\d{1,2})?$`);
  if (!amount.test(text)) return undefined;
  const plain = text.replaceAll(mark === ',' ? '.' : ',', '').replace(mark, '.');
  return Math.round(Number(plain) * 100);
}

const textOf = (entry: string): string | null => entry.trim() || null;
const isUsed = (position: PositionDraft): boolean =>
  Object.values(position).some((one) => one.trim());

/** The currencies of the cities, and of most funders. */
export const currencies = ['EUR', 'NAD', 'USD', 'ZAR'];

/** What is sent; amounts that are none are caught by `mistakesIn` before. */
export const valuesOf = (draft: GrantDraft): GrantValues => ({
  title_de: textOf(draft.title_de),
  title_en: textOf(draft.title_en),
  funder: draft.funder.trim(),
  grant_reference: textOf(draft.grant_reference),
  starts_on: draft.starts_on,
  ends_on: draft.ends_on,
  currency: draft.currency,
  own_share_cents: centsOf(draft.own_share) ?? null,
  positions: draft.positions.filter(isUsed).map((position) => ({
    code: position.code.trim(),
    title_de: textOf(position.title_de),
    title_en: textOf(position.title_en),
    planned_cents: centsOf(position.planned) ?? 0,
    changed_cents: centsOf(position.changed) ?? null,
    spent_cents: centsOf(position.spent) ?? null
  })),
  conditions: draft.conditions
    .map(({ text_de, text_en }) => ({ text_de: textOf(text_de), text_en: textOf(text_en) }))
    .filter(({ text_de, text_en }) => text_de ?? text_en),
  funding_notice_de: textOf(draft.notice_de),
  funding_notice_en: textOf(draft.notice_en),
  city_ids: draft.city_ids
});

const wrong = (entry: string) => centsOf(entry) === undefined && m.grants_amount_wrong();

export function mistakesIn(draft: GrantDraft): FieldMistake[] {
  const checks: Record<string, string | false> = {
    'grant-title-de':
      !textOf(draft.title_de) && !textOf(draft.title_en) && m.grants_title_missing(),
    'grant-funder': !textOf(draft.funder) && m.grants_funder_missing(),
    'grant-ends': draft.ends_on < draft.starts_on && m.footprint_ends_before(),
    'grant-own-share': wrong(draft.own_share),
    'project-cities': !draft.city_ids.length && m.footprint_cities_missing()
  };
  for (const [at, position] of draft.positions.entries()) {
    if (!isUsed(position)) continue;
    const id = `position-${at}`;
    checks[`${id}-code`] = !textOf(position.code) && m.grants_code_missing();
    checks[`${id}-title-de`] =
      !textOf(position.title_de) && !textOf(position.title_en) && m.grants_title_missing();
    checks[`${id}-planned`] = textOf(position.planned)
      ? wrong(position.planned)
      : m.grants_planned_missing();
    checks[`${id}-changed`] = wrong(position.changed);
    checks[`${id}-spent`] = wrong(position.spent);
  }
  return mistakesOf(checks);
}

/** Where the server's sentences belong. */
export const places: Record<string, string> = {
  '/title_de': 'grant-title-de',
  '/title_en': 'grant-title-en',
  '/funder': 'grant-funder',
  '/grant_reference': 'grant-reference',
  '/starts_on': 'grant-starts',
  '/ends_on': 'grant-ends',
  '/currency': 'grant-currency',
  '/own_share_cents': 'grant-own-share',
  '/city_ids': 'project-cities',
  '/funding_notice_de': 'grant-notice-de',
  '/funding_notice_en': 'grant-notice-en',
  ...Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`/positions/${at}`, `position-${at}-code`])
  )
};
