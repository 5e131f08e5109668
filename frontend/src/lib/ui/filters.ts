/** What an address asks of a list, and what of it means nothing to us: that is said, never ignored. */

export interface Filter {
  /** The parameter in the address and in the call. */
  name: string;
  label: string;
  /** The words for 'no filter', which is the first option. */
  any?: string;
  /** What can be chosen; empty while it is still being fetched. Without them any text, or a day. */
  options?: { value: string; label: string }[];
  day?: boolean;
}

export interface Unread {
  name: string;
  value: string;
}

export const isYear = (text: string): boolean => /^(19|20|21)\d\d$/.test(text);

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

/** The parameters nobody knows, the values that cannot be, and what is said twice. */
export function unreadIn(
  search: URLSearchParams,
  known: Readonly<Record<string, (value: string) => boolean>>
): Unread[] {
  const seen = new Set<string>();
  return [...search].flatMap(([name, value]) => {
    const isKnown = Object.hasOwn(known, name) && !seen.has(name);
    seen.add(name);
    return isKnown && (value === '' || known[name]?.(value)) ? [] : [{ name, value }];
  });
}

const fits = (filter: Filter) => (value: string) => {
  if (filter.day) return isDay(value);
  return !filter.options?.length || filter.options.some((option) => option.value === value);
};
const anything = () => true;

/** The filters an address sets; `also` names what it may hold besides, such as the search words. */
export function readFilters(
  search: URLSearchParams,
  filters: readonly Filter[],
  also: readonly string[] = ['q']
): { query: Record<string, string>; unread: Unread[] } {
  const known = Object.fromEntries([
    ...[...also, 'cursor'].map((name) => [name, anything] as const),
    ...filters.map((filter) => [filter.name, fits(filter)] as const)
  ]);
  const unread = unreadIn(search, known);
  const query: Record<string, string> = {};
  for (const [name, value] of search)
    if (
      value &&
      !(name in query) &&
      !unread.some((one) => one.name === name && one.value === value)
    )
      query[name] = value;
  return { query, unread };
}
