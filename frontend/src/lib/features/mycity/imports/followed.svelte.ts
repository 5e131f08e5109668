/** An import on its way: asked for again until what was begun is done. */
import { getImport, type ImportDetail } from '$lib/api/imports';
import type { Tagged } from '$lib/api/own';
import { toError, type ApiError } from '$lib/api/problem';

const LOOK_MS = 500;

export class Followed {
  current = $state.raw<Tagged<ImportDetail>>() as Tagged<ImportDetail>;
  failure = $state.raw<ApiError | null>(null);
  /** The version a step was asked for in; as long as it stays, nobody has taken the step. */
  #asked = $state<number | null>(null);

  constructor(found: Tagged<ImportDetail>) {
    this.current = found;
  }

  get job(): ImportDetail {
    return this.current.data;
  }

  get isAtWork(): boolean {
    const { state, version } = this.job;
    return state === 'uploaded' || state === 'validating' || version === this.#asked;
  }

  /** Follows a step that was asked for. */
  begin(next: Tagged<ImportDetail>): void {
    this.current = next;
    this.#asked = next.data.version;
  }

  look = async (): Promise<void> => {
    this.failure = null;
    try {
      this.current = await getImport(this.job.id);
    } catch (cause) {
      this.failure = toError(cause);
    }
  };

  /** For an `$effect`: looks again after a while; gives the function that stops it. */
  follow = (): (() => void) | undefined => {
    void this.current;
    if (!this.isAtWork || this.failure) return undefined;
    const timer = setTimeout(this.look, LOOK_MS);
    return () => clearTimeout(timer);
  };
}
