/** Words of activities, projects and carbon budgets. */
import type { ActivityRow, Budget, Project } from '$lib/api/footprint';
import { bilingual, fixed, mass, massRange } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export type Kind = ActivityRow['kind'];
export type ActivityStatus = ActivityRow['status'];

export const kindWord: Record<Kind, () => string> = {
  trip: m.footprint_kind_trip,
  event: m.footprint_kind_event,
  shipment: m.footprint_kind_shipment,
  purchase: m.footprint_kind_purchase,
  online_meeting: m.footprint_kind_online_meeting
};
export const statusWord: Record<ActivityStatus, () => string> = {
  planned: m.footprint_status_planned,
  approved: m.footprint_status_approved,
  done: m.footprint_status_done,
  cancelled: m.footprint_status_cancelled
};
export const projectStatusWord: Record<Project['status'], () => string> = {
  planned: m.footprint_project_planned,
  active: m.footprint_project_active,
  completed: m.footprint_project_completed,
  cancelled: m.footprint_project_cancelled
};
export const lightWord: Record<Budget['light'], () => string> = {
  green: m.footprint_light_green,
  amber: m.footprint_light_amber,
  red: m.footprint_light_red
};

export const optionsOf = <T extends string>(
  words: Record<T, () => string>
): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));

export const projectTitle = (project: Pick<Project, 'title_de' | 'title_en'>) =>
  bilingual(project.title_de, project.title_en);

export interface Figure {
  ghg_kg: number;
  ghg_low_kg: number;
  ghg_high_kg: number;
}
/** '3,4 t (2,6 bis 4,2 t)' */
export const figureWords = (figure: Figure): string =>
  m.footprint_figure({ mass: mass(figure.ghg_kg), range: rangeWords(figure) });
export const rangeWords = (figure: Figure): string =>
  massRange(figure.ghg_low_kg, figure.ghg_high_kg, figure.ghg_kg);

/** A part of a difference, with its sign and to the gram. */
export const exactly = (kg: number): string =>
  `${kg > 0 ? '+' : kg < 0 ? '−' : ''}${fixed(Math.abs(kg), 3)}\u00a0kg`;

/** The calculator's sentences write CO2; screens write it as chemists do. */
export const chemical = (text: string): string => text.replaceAll('CO2', 'CO₂');

export const yearOf = (day: string): number => Number(day.slice(0, 4));
