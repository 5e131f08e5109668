/** Words of the exchange between cities. */
import type { Digest, Meeting, Transfer } from '$lib/api/exchange';
import { bilingual } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export const stageWord: Record<Transfer['stage'], () => string> = {
  interest: m.exchange_stage_interest,
  exchange: m.exchange_stage_exchange,
  adaptation: m.exchange_stage_adaptation,
  adopted: m.exchange_stage_adopted,
  declined: m.exchange_stage_declined
};
export const kindWord: Record<Transfer['kind'], () => string> = {
  inspired: m.exchange_kind_inspired,
  adapted: m.exchange_kind_adapted,
  copied: m.exchange_kind_copied,
  warned_against: m.exchange_kind_warned_against
};
export const formatWord: Record<Meeting['format'], () => string> = {
  on_site: m.exchange_format_on_site,
  online: m.exchange_format_online,
  hybrid: m.exchange_format_hybrid
};
export const meetingStatusWord: Record<Meeting['status'], () => string> = {
  planned: m.exchange_status_planned,
  held: m.exchange_status_held,
  cancelled: m.exchange_status_cancelled
};
export const newsWord: Record<Digest['items'][number]['kind'], () => string> = {
  measure: m.exchange_news_measure,
  update: m.exchange_news_update,
  answer: m.exchange_news_answer,
  exchange: m.exchange_news_exchange,
  transfer: m.exchange_news_transfer
};

const order: readonly Transfer['stage'][] = ['interest', 'exchange', 'adaptation', 'adopted'];

/** The stages still ahead; none of what is adopted or declined. */
export function stagesAhead(stage: Transfer['stage']): Transfer['stage'][] {
  const at = order.indexOf(stage);
  return at < 0 || at === order.length - 1 ? [] : [...order.slice(at + 1), 'declined'];
}

export const meetingTitle = (one: Pick<Meeting, 'title_de' | 'title_en'>) =>
  bilingual(one.title_de, one.title_en);
