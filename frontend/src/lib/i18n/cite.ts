import { m } from '$lib/paraglide/messages';
import { today } from './today';
import { day } from './format';

/** How to cite a page or a table of ours: title, address, day of access. */
export const cite = (title: string): string =>
  m.citation({ title, url: location.href, day: day(today()) });
