/** Words of the tasks. */
import type { Task } from '$lib/api/tasks';
import { bilingual, day } from '$lib/i18n/format';
import { href } from '$lib/i18n/locale.svelte';
import { m } from '$lib/paraglide/messages';

/** The kinds in the order they are shown. */
export const kindWord: Record<Task['kind'], () => string> = {
  approve: m.tasks_kind_approve,
  due: m.tasks_kind_due,
  expiring: m.tasks_kind_expiring,
  still_right: m.tasks_kind_still_right,
  confirm: m.tasks_kind_confirm
};

export const titleOf = (task: Task): string => bilingual(task.title_de, task.title_en).text;

/** Until when, since when, for whom: 'bis 1. Februar 2027, wartet seit 24. November 2026'. */
export const circumstances = (task: Task): string =>
  [
    task.due_on && m.tasks_until({ day: day(task.due_on) }),
    task.since_on && m.tasks_since({ day: day(task.since_on) }),
    task.for_name && m.tasks_for({ name: task.for_name })
  ]
    .filter(Boolean)
    .join(', ');

/** The page where it is done; it knows for whom, where somebody stands in. */
export function addressOf(task: Task): string {
  const given = task.for_user_id ? `for=${task.for_user_id}` : '';
  if (!given) return href(task.link);
  return href(task.link + (task.link.includes('?') ? '&' : '?') + given);
}

/** What to send to somebody who shall take it over. */
export const handOnText = (task: Task): string =>
  `${bilingual(task.hand_on_de, task.hand_on_en).text} ${location.origin}${href(task.link)}`;
