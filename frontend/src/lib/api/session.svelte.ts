/**
 * Who is signed in, as far as every page must know. What signing in takes is loaded when it is needed:
 * visitors without an account never fetch it. The access token lives in that module's memory only; what is
 * stored here is the bare fact that this browser has a session, so that visitors cause no refused calls.
 */
import type { Person } from './types';

const mark = 'kb-signed-in';

let shown = $state.raw<Person | null>(null);
let coming = $state(false);
let resumed: Promise<void> | undefined;

/** How the last session ended: by its person, or because it ran out or was ended elsewhere. */
export type Parting = 'out' | 'ended';
let last = $state<Parting | null>(null);
export const parting = (): Parting | null => last;

/** The person signed in; null while nobody is, or while it is not yet known. Reactive. */
export const person = (): Person | null => shown;

/** True while a session of an earlier visit is being taken up again. */
export const isResuming = (): boolean => coming;

const stored = (): boolean => {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    // Storage is switched off: each visit begins with the sign-in.
    return false;
  }
};

function store(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(mark, '1');
    else localStorage.removeItem(mark);
  } catch {
    // As above.
  }
}

export function enter(who: Person): void {
  shown = who;
  last = null;
  store(true);
}

export function leave(how: Parting): void {
  // A session of an earlier visit that has ended since is no news to who never saw it.
  if (shown) last = how;
  shown = null;
  store(false);
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

/** Starts with the page, and follows a sign-out in another tab. Returns the function that stops it. */
export function followSession(): () => void {
  const follow = ({ key, newValue }: StorageEvent) => {
    if (key === mark && newValue === null) leave('ended');
  };
  addEventListener('storage', follow);
  resume().catch(() => undefined);
  return () => removeEventListener('storage', follow);
}
