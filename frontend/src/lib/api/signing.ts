/** Signing in and out, and the access token: kept in this module's memory, never stored, never in an address. */
import { answer, client, done } from './client';
import { ApiError } from './problem';
import { enter, leave, type Parting } from './session.svelte';
import type { SignedIn } from './types';

let token: string | null = null;
let renewal: ReturnType<typeof setTimeout> | undefined;
let running: Promise<boolean> | undefined;

/** The cookie's endpoints want to know that our own page calls. */
const own = { headers: { 'X-KB-CSRF': '1' } };
/** Renewed so long before the end that a slow line makes it in time. */
const aheadSeconds = 60;

export const accessToken = (): string | null => token;

/** Public pages show who has a role what is not yet proven; nothing else needs to know who reads. */
const seenWithMore = /^\/(cities|sources|emission-factors|emission-factor-sets|gwp-sets)(\/|$)/;
client.use({
  onRequest({ request, schemaPath }) {
    if (token && seenWithMore.test(schemaPath))
      request.headers.set('Authorization', `Bearer ${token}`);
  }
});

function take(signedIn: SignedIn): void {
  token = signedIn.access_token;
  enter(signedIn.user);
  clearTimeout(renewal);
  const seconds = Math.max(5, signedIn.expires_in - aheadSeconds);
  renewal = setTimeout(() => void refresh().catch(() => undefined), seconds * 1000);
}

/** The session is over, here or on the server. */
export function forget(how: Parting): void {
  token = null;
  clearTimeout(renewal);
  leave(how);
}

export async function signIn(email: string, password: string): Promise<void> {
  take(await answer(client.POST('/auth/login', { body: { email, password } })));
}

/** Tabs share the cookie, which works once: they take turns where the browser can make them. */
const inTurn = async (work: () => Promise<boolean>): Promise<boolean> =>
  navigator.locks ? await navigator.locks.request('kb-refresh', work) : work();

async function renew(): Promise<boolean> {
  try {
    take(await answer(client.POST('/auth/refresh', own)));
    return true;
  } catch (cause) {
    if (!(cause instanceof ApiError) || (cause.status !== 401 && cause.status !== 403)) throw cause;
    forget('ended');
    return false;
  }
}

/** A new access token by the cookie; one call however many ask. False where the session has ended. */
export const refresh = (): Promise<boolean> =>
  (running ??= inTurn(renew).finally(() => (running = undefined)));

export async function signOut(): Promise<void> {
  try {
    await done(client.POST('/auth/logout', own));
  } catch (cause) {
    // Ended already is what was wanted; without a connection the session must not seem to be over.
    if (!(cause instanceof ApiError) || cause.status !== 401) throw cause;
  }
  forget('out');
}

/** Sets a password by the secret of a one-time link. */
export const redeemLink = (secret: string, password: string): Promise<void> =>
  done(client.POST('/auth/passwords', { body: { token: secret, password } }));
