/** Which city the pages are about, and which ones a person may choose from. */
import { page } from '$app/state';
import { cityNames } from '$lib/api/cities.svelte';
import { holder } from '$lib/api/session.svelte';

let last = $state('');

const holds = (city: string): boolean =>
  holder()?.roles.some((held) => held.city === '*' || held.city === city) ?? false;

/** The city of the address, else the last one chosen, else the first of one's own; empty until known. */
export function currentCity(): string {
  const names = cityNames();
  const own = [...names.keys()].filter(holds);
  const asked = [page.url.searchParams.get('city') ?? '', last];
  return asked.find((city) => names.has(city)) ?? own[0] ?? [...names.keys()][0] ?? '';
}

/** One's own cities, and the one that is shown. */
export const choices = (): { value: string; label: string }[] =>
  [...cityNames()]
    .filter(([city]) => holds(city) || city === currentCity())
    .map(([value, label]) => ({ value, label }));

export function remember(city: string): void {
  last = city;
}
