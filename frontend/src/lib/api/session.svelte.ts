/**
 * Who is signed in, as far as every page must know. What signing in takes is loaded when it is needed:
 * visitors without an account never fetch it. The access token lives in that module's memory only; what is
 * stored here is the bare fact that this browser has a session, so that visitors cause no refused calls.
 */
import type { Person } from './types';

const mark = 'kb-signed-in';
const marks = { running: '1', over: 'ended' } as const;

let shown = $state.raw<Person | null>(null);
/** Whose page is on screen although their session is over: what they typed waits for them. */
let absent = $state.raw<Person | null>(null);
let coming = $state(false);
let resumed: Promise<void> | undefined;

/** How the last session ended: by its person here or in another tab, or because it ran out or was revoked. */
export type Parting = 'out' | 'elsewhere' | 'ended';
let last = $state<Parting | null>(null);
export const parting = (): Parting | null => last;

/** The person signed in; null while nobody is, or while it is not yet known. Reactive. */
export const person = (): Person | null => shown;

/** The person the page belongs to: signed in, or about to sign in again. Reactive. */
export const holder = (): Person | null => shown ?? absent;

/** True while a session of an earlier visit is being taken up again. */
export const isResuming = (): boolean => coming;

/** Calls that wait until their person has signed in again. */
let waiting = $state.raw<((isBack: boolean) => void)[]>([]);
export const isAwaited = (): boolean => waiting.length > 0;

/** Resolves once the same person is signed in again: true; false where they do not want to. */
export const returned = (): Promise<boolean> =>
  absent
    ? new Promise((resolve) => (waiting = [...waiting, resolve]))
    : Promise.resolve(shown !== null);

function settle(isBack: boolean): void {
  const calls = waiting;
  waiting = [];
  for (const resolve of calls) resolve(isBack);
}

const stored = (): boolean => {
  try {
    return localStorage.getItem(mark) === marks.running;
  } catch {
    // Storage is switched off: each visit begins with the sign-in.
    return false;
  }
};

function store(value: string | null): void {
  try {
    if (value) localStorage.setItem(mark, value);
    else localStorage.removeItem(mark);
  } catch {
    // As above.
  }
}

export function enter(who: Person): void {
  store(marks.running);
  // Nothing of one person's page is shown or sent under another's name.
  if (absent && absent.id !== who.id) return location.reload();
  [shown, absent, last] = [who, null, null];
  settle(true);
}

export function leave(how: Parting): void {
  // A session of an earlier visit that has ended since is no news to who never saw it.
  if (shown) [last, absent] = [how, how === 'ended' ? shown : null];
  shown = null;
  if (how === 'out') store(null);
  if (how === 'ended' && stored()) store(marks.over);
  if (!absent) settle(false);
}

/** Who was asked to sign in again does not want to. */
export function giveUp(): void {
  absent = null;
  settle(false);
}

/** Takes up the session of an earlier visit, once. Rejects where the service cannot be reached. */
export function resume(): Promise<void> {
  if (shown || !stored()) return Promise.resolve();
  if (!resumed) {
    coming = true;
    resumed = import('./signing')
      .then(({ refresh }) => refresh())
      .then(() => undefined)
      .finally(() => {
        coming = false;
        resumed = undefined;
      });
  }
  return resumed;
}

/** Starts with the page, and follows the other tabs. Returns the function that stops it. */
export function followSession(): () => void {
  const follow = ({ key, newValue }: StorageEvent) => {
    if (key !== mark) return;
    if (newValue === null) leave('elsewhere');
    else if (newValue === marks.over) leave('ended');
    else if (absent) resume().catch(() => undefined);
  };
  addEventListener('storage', follow);
  resume().catch(() => undefined);
  return () => removeEventListener('storage', follow);
}
