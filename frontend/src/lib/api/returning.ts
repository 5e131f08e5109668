/** Where the sign-in leads back to: a page of our own, never another site. */

const name = 'next';

/** `address` with the way back to `from`; the start page and the sign-in itself need none. */
export function withReturn(address: string, from: URL): string {
  const path = from.pathname + from.search;
  if (path === '/' || path === '/en' || from.pathname === address) return address;
  return `${address}?${new URLSearchParams({ [name]: path })}`;
}

/** The way back that an address names, or null where it names none of ours. */
export function returnOf(url: URL): string | null {
  const given = url.searchParams.get(name);
  if (!given?.startsWith('/')) return null;
  let target: URL;
  try {
    target = new URL(given, url.origin);
  } catch {
    return null;
  }
  if (target.origin !== url.origin || target.pathname.startsWith('/api/')) return null;
  return target.pathname + target.search;
}
