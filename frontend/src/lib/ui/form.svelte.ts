/**
 * A form on its way to the server: what is wrong with which field, and whether it is being sent. The fields
 * themselves belong to the form's component; what people typed stays there whatever happens.
 */
import { tick } from 'svelte';
import { toError, type ApiError } from '$lib/api/problem';

export interface FieldMistake {
  /** Id of the control. */
  id: string;
  message: string;
}

export class FormState {
  /** New after each attempt, so that the summary takes the focus again. */
  mistakes = $state.raw<FieldMistake[]>([]);
  /** What failed as a whole, where no field is to blame. */
  failure = $state.raw<ApiError | null>(null);
  sending = $state(false);
  /** True once the newest state of the record was loaded beside what was typed. */
  renewed = $state(false);

  /** `places` leads from the server's JSON pointers to the ids of controls; the longest match counts. */
  constructor(public places: Readonly<Record<string, string>> = {}) {}

  /** The sentence at a control, or undefined. */
  of = (id: string): string | undefined => this.mistakes.find((one) => one.id === id)?.message;

  /** Sends unless `mistakes` says what must be mended first. Gives undefined where it was not done. */
  async send<T>(mistakes: FieldMistake[], call: () => Promise<T>): Promise<T | undefined> {
    if (this.sending) return undefined;
    this.failure = null;
    this.renewed = false;
    this.mistakes = mistakes;
    if (mistakes.length) return undefined;
    this.sending = true;
    try {
      return await call();
    } catch (cause) {
      this.refuse(toError(cause));
      return undefined;
    } finally {
      this.sending = false;
      await tick();
    }
  }

  /** Shows an error of the server at its fields, and as a whole where it names none we know. */
  refuse(error: ApiError): void {
    const found = new Map<string, string>();
    for (const [pointer, message] of Object.entries(error.fields)) {
      const id = this.#place(pointer);
      if (id === undefined) continue;
      const before = found.get(id);
      found.set(id, before ? `${before} ${message}` : message);
    }
    this.mistakes = [...found].map(([id, message]) => ({ id, message }));
    this.failure = found.size ? null : error;
  }

  #place(pointer: string): string | undefined {
    const fits = Object.keys(this.places).filter(
      (place) => pointer === place || pointer.startsWith(`${place}/`)
    );
    return this.places[fits.sort((a, b) => b.length - a.length)[0] ?? ''];
  }
}

/** The mistakes of a form out of what was found at each control. */
export const mistakesOf = (checks: Record<string, string | false | undefined>): FieldMistake[] =>
  Object.entries(checks).flatMap(([id, message]) => (message ? [{ id, message }] : []));
