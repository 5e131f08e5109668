/** Changes what the address of the page holds, and leaves the rest and the place on the page as they are. */
import { goto } from '$app/navigation';
import { page } from '$app/state';

export function setInAddress(changes: Record<string, string>): void {
  const next = new URLSearchParams(page.url.searchParams);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  void goto(next.size ? `?${next}` : page.url.pathname, { keepFocus: true, noScroll: true });
}
