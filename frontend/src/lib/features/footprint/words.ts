/** Words of activities, projects and carbon budgets. */
import type { ActivityRow, Budget, Project } from '$lib/api/footprint';
import { bilingual, mass, massRange, number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';

export type ActivityStatus = ActivityRow['status'];

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

/** A part of a difference, with its sign and to the gram: '+25 kg', '−3 kg 120 g', '0 g'. */
export function exactly(kg: number): string {
  const grams = Math.round(Math.abs(kg) * 1000);
  const [whole, rest] = [Math.floor(grams / 1000), grams % 1000];
  const parts = [whole && `${number(whole)}\u00a0kg`, (rest || !whole) && `${rest}\u00a0g`];
  const sign = grams === 0 ? '' : kg > 0 ? '+' : '−';
  return sign + parts.filter(Boolean).join(' ');
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

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
