/** A travel rule while it is being written: fields as text, and what of it goes to the server. */
import type { NewRule, Rule, RuleChange } from '$lib/api/rules';
import { m } from '$lib/paraglide/messages';
import { mistakesOf, type FieldMistake } from '$lib/ui/form.svelte';
import { amountText, centsOf } from './words';

export interface Draft {
  city_id: string;
  kind: Rule['kind'];
  title_de: string;
  title_en: string;
  text_de: string;
  text_en: string;
  from: string;
  /** Empty until further notice. */
  to: string;
  hours: number | null;
  amount: string;
  /** A new amount stands in the source the rule has already, and not in another document. */
  in_same_source: boolean;
  source_note: string;
  verification: NonNullable<Rule['verification']>;
  active: boolean;
}

export function draftOf(rule: Rule): Draft {
  return {
    city_id: rule.city_id,
    kind: rule.kind,
    title_de: rule.title_de ?? '',
    title_en: rule.title_en ?? '',
    text_de: rule.text_de ?? '',
    text_en: rule.text_en ?? '',
    from: rule.valid_from_on ?? '',
    to: rule.valid_to_on ?? '',
    hours: rule.max_rail_hours,
    amount: amountText(rule.amount_cents_per_tonne),
    in_same_source: false,
    source_note: rule.source_note ?? '',
    verification: rule.verification ?? 'reported',
    active: rule.active
  };
}

export const newDraft = (city_id: string): Draft => ({
  city_id,
  kind: 'rail_first',
  title_de: '',
  title_en: '',
  text_de: '',
  text_en: '',
  from: new Date().toISOString().slice(0, 10),
  to: '',
  hours: 7,
  amount: '',
  in_same_source: false,
  source_note: '',
  verification: 'verified',
  active: true
});

/** Everything the draft says, in the shape of a new rule; numbers of other kinds are left out. */
export function ruleOf(draft: Draft): NewRule {
  const text = (given: string) => given.trim() || null;
  const isGap = draft.kind === 'gap';
  return {
    city_id: draft.city_id,
    kind: draft.kind,
    title_de: text(draft.title_de),
    title_en: text(draft.title_en),
    text_de: text(draft.text_de),
    text_en: text(draft.text_en),
    valid_from_on: draft.from || null,
    valid_to_on: draft.to || null,
    max_rail_hours: draft.kind === 'rail_first' ? draft.hours : null,
    amount_cents_per_tonne: draft.kind === 'co2_levy' ? centsOf(draft.amount) : null,
    currency: draft.kind === 'co2_levy' ? 'EUR' : null,
    source_note: text(draft.source_note),
    verification: isGap ? null : draft.verification,
    active: draft.active
  };
}

/** Whether the draft gives a levy another amount than the rule has; taking it out is none. */
export function hasNewAmount(draft: Draft, before: Rule | null): boolean {
  const cents = ruleOf(draft).amount_cents_per_tonne ?? null;
  return cents !== null && cents !== before?.amount_cents_per_tonne;
}

/**
 * Only what differs from the rule as it is, so that nothing is sent that nobody meant to change. A new
 * amount takes its own source and proof along: those of the rule as it was do not speak for it.
 */
export function changeOf(rule: Rule, draft: Draft): RuleChange {
  const { city_id: _city, kind: _kind, currency: _currency, ...next } = ruleOf(draft);
  const change: RuleChange = Object.fromEntries(
    Object.entries(next).filter(([name, value]) => value !== rule[name as keyof Rule])
  );
  if (!hasNewAmount(draft, rule)) return change;
  const source_id = draft.in_same_source ? rule.source_id : null;
  return { ...change, source_id, verification: draft.verification };
}

/** What must be mended first; `before` is the rule as it is, null for a new one. */
export function mistakesIn(draft: Draft, before: Rule | null): FieldMistake[] {
  const rule = ruleOf(draft);
  const cents = rule.amount_cents_per_tonne ?? null;
  const isNew = hasNewAmount(draft, before);
  const note = rule.source_note ?? null;
  const proven = draft.kind !== 'gap' && draft.verification !== 'recalled';
  return mistakesOf({
    'rule-title-de': !rule.title_de && !rule.title_en && m.rules_title_missing(),
    'rule-to': draft.to !== '' && draft.to < draft.from && m.rules_ends_before(),
    'rule-amount':
      draft.kind === 'co2_levy' &&
      draft.amount.trim() !== '' &&
      cents === null &&
      m.rules_amount_wrong(),
    'rule-source':
      (isNew && (!note || note === before?.source_note) && m.rules_amount_source()) ||
      (proven && !note && !before?.source_id && m.rules_source_missing())
  });
}
