/** Words of activities that other parts use too. */
import type { ActivityRow, Project } from '$lib/api/footprint';
import { bilingual } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export type Kind = ActivityRow['kind'];

export const kindWord: Record<Kind, () => string> = {
  trip: m.footprint_kind_trip,
  event: m.footprint_kind_event,
  shipment: m.footprint_kind_shipment,
  purchase: m.footprint_kind_purchase,
  online_meeting: m.footprint_kind_online_meeting
};

export const optionsOf = <T extends string>(
  words: Record<T, () => string>
): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));

export const projectTitle = (project: Pick<Project, 'title_de' | 'title_en'>) =>
  bilingual(project.title_de, project.title_en);
