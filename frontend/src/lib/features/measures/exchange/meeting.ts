/** A Fachaustausch while it is being written: the counts by city as text, one thing that was agreed at a time. */
import type { Meeting, NewMeeting } from '$lib/api/exchange';
import { locale } from '$lib/i18n/locale.svelte';
import { today } from '$lib/i18n/today';

export interface MeetingDraft {
  title: string;
  on: string;
  format: Meeting['format'];
  status: Meeting['status'];
  city_ids: string[];
  heads: Record<string, string>;
  topics: string;
  questions_asked: string;
  results: string;
  measure: string;
  agreed: { text: string; unit: string; due: string };
}

export const noAgreement = () => ({ text: '', unit: '', due: '' });

export function meetingDraft(found: Meeting | null): MeetingDraft {
  const title = locale() === 'de' ? found?.title_de : found?.title_en;
  return {
    title: title ?? found?.title_de ?? found?.title_en ?? '',
    on: found?.on ?? today(),
    format: found?.format ?? 'online',
    status: found?.status ?? 'held',
    city_ids: found?.city_ids ?? [],
    heads: Object.fromEntries((found?.heads ?? []).map((one) => [one.city_id, String(one.count)])),
    topics: found?.topics ?? '',
    questions_asked: found?.questions_asked ?? '',
    results: found?.results ?? '',
    measure: found?.measure_ids[0] ?? '',
    agreed: noAgreement()
  };
}

/** The draft as it is sent, with what was agreed before and the new agreement behind it. */
export function meetingOf(draft: MeetingDraft, found: Meeting | null): NewMeeting {
  const text = (given: string) => given.trim() || null;
  const heads = draft.city_ids.flatMap((city_id) => {
    const count = Number(draft.heads[city_id]);
    return Number.isInteger(count) && count > 0 ? [{ city_id, count }] : [];
  });
  const agreed = draft.agreed.text.trim()
    ? [
        {
          text: draft.agreed.text.trim(),
          city_id: null,
          responsible_unit: text(draft.agreed.unit),
          due_on: draft.agreed.due || null,
          done: false
        }
      ]
    : [];
  const others = (found?.measure_ids ?? []).slice(1).filter((id) => id !== draft.measure);
  return {
    title_de: found?.title_de ?? null,
    title_en: found?.title_en ?? null,
    [locale() === 'de' ? 'title_de' : 'title_en']: text(draft.title),
    on: draft.on,
    format: draft.format,
    status: draft.status,
    city_ids: draft.city_ids,
    heads,
    topics: text(draft.topics),
    questions_asked: text(draft.questions_asked),
    results: text(draft.results),
    follow_ups: [...(found?.follow_ups ?? []), ...agreed],
    measure_ids: [...(draft.measure ? [draft.measure] : []), ...others],
    activity_id: found?.activity_id ?? null
  };
}
