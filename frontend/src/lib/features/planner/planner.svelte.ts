/** The planner's state: the board of the address, and the calculator's answer to each variant. */
import { computeFootprint } from '$lib/api/footprints';
import { ApiError, isAbort, toError } from '$lib/api/problem';
import type { Footprint } from '$lib/api/types';
import { locale } from '$lib/i18n/locale.svelte';
import { today } from '$lib/i18n/today';
import { errorsByField, linesOf, requestOf, type Line } from '$lib/shared/trip/items';
import type { Answered, TripEditor } from '$lib/shared/trip/editor';
import { PlaceBook } from '$lib/shared/trip/places.svelte';
import { codesOf, type Plan } from '$lib/shared/trip/plan';
import { emptyBoard, type Board } from './board';
import { decode, encode } from './url';
import { apply, changeBetween, changeFor, takeOver, type Recipe } from './variants';

export interface Slot {
  status: 'idle' | 'computing' | 'done' | 'failed';
  /** The last answer with the plan it is for; it stays while the next one is computed. */
  side: Answered | null;
  seconds: number;
  error: ApiError | null;
  /** Sentences of a refusal by the id of their control. */
  fields: Record<string, string>;
}

const idle: Slot = { status: 'idle', side: null, seconds: 0, error: null, fields: {} };
/** A variant whose first answer is on its way. */
export const waiting: Slot = { ...idle, status: 'computing' };
const typingMs = 250;
const remembered = 200;

export class Planner implements TripEditor {
  board = $state.raw<Board>(emptyBoard(today()));
  slots = $state.raw<Slot[]>([idle]);
  /** The variant the form edits. */
  active = $state(0);
  /** Words of the address that meant nothing or had to be corrected. */
  unread = $state.raw<string[]>([]);
  newer = $state(false);
  /** Changes when the board was replaced from outside: controls begin anew. */
  epoch = $state(0);
  places = new PlaceBook();

  #written: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calls: (AbortController | undefined)[] = [];
  #answers = new Map<string, Footprint>();

  constructor(private readonly go: (query: string, push: boolean) => void) {}

  readonly plans: Plan[] = $derived([
    this.board.plan,
    ...this.board.changes.map((change) => apply(this.board.plan, change, this.places.known))
  ]);

  readonly kind = $derived(this.board.kind);
  readonly plan = $derived(this.plans[this.active] ?? this.board.plan);
  readonly answered = $derived(this.slots[this.active]?.side ?? null);
  readonly errors = $derived(this.slots[this.active]?.fields ?? {});
  readonly key = $derived(`${this.epoch} ${this.active}`);
  readonly needsTravellers = $derived(this.active === 0 && this.board.kind === 'trip');
  readonly day = $derived({
    on: this.board.on,
    set: (on: string) => this.set({ ...this.board, on })
  });
  change = (change: Partial<Plan>, isStep = false): void => this.edit(this.active, change, isStep);

  /** The address changed by itself: a link, a reload, back or forward. */
  read(search: string): void {
    const query = search.replace(/^\?/, '');
    if (query === this.#written) return;
    clearTimeout(this.#timer);
    const { board, unread, newer } = decode(search, today());
    this.#written = query;
    Object.assign(this, { board, unread, newer, active: 0 });
    this.epoch += 1;
    // A short link becomes the full one, which gives the same numbers on another day.
    if (query && !newer && !unread.length) this.#write(false);
    void this.compute();
  }

  /** Takes a new board. Typing waits for a pause; a step of its own can be undone by going back. */
  set(board: Board, push = false): void {
    this.board = board;
    this.active = Math.min(this.active, board.changes.length);
    clearTimeout(this.#timer);
    const write = () => {
      this.#write(push);
      void this.compute();
    };
    if (push) write();
    else this.#timer = setTimeout(write, typingMs);
  }

  #write(push: boolean): void {
    const query = encode(this.board);
    if (query === this.#written) return;
    this.#written = query;
    this.go(query, push);
  }

  /** The page is left: nothing may pull the reader back. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const call of this.#calls) call?.abort();
  }

  /** Replaces everything at once, controls included. */
  replace(board: Board): void {
    this.active = 0;
    this.epoch += 1;
    this.set(board, true);
  }

  /** Changes the plan of a variant; the others follow A where they say nothing. */
  edit(index: number, change: Partial<Plan>, push = false): void {
    const plan = { ...(this.plans[index] ?? this.board.plan), ...change };
    if (index === 0) return this.set({ ...this.board, plan, example: false }, push);
    const changes = this.board.changes.with(
      index - 1,
      changeBetween(this.board.plan, plan, this.places.known)
    );
    this.set({ ...this.board, changes, shown: index }, push);
  }

  add(recipe: Recipe): void {
    const change = changeFor(recipe, this.board.plan, this.places.known);
    if (!change) return;
    const changes = [...this.board.changes, change];
    this.set({ ...this.board, changes, shown: changes.length }, true);
  }

  remove(index: number): void {
    const changes = this.board.changes.filter((_, at) => at !== index - 1);
    const shown = Math.min(this.board.shown, changes.length);
    this.set({ ...this.board, changes, shown }, true);
  }

  takeOver(index: number): void {
    this.replace(takeOver(this.board, index, this.places.known));
  }

  /** Asks for every variant whose plan has changed; an older call for the same variant is given up. */
  async compute(): Promise<void> {
    const board = this.board;
    await this.places.ensure(codesOf(board.plan));
    await this.places.ensure(this.plans.flatMap(codesOf));
    if (board !== this.board) return;
    this.slots = this.plans.map((_, at) => this.slots[at] ?? idle);
    this.#calls.splice(this.plans.length).forEach((call) => call?.abort());
    await Promise.all(this.plans.map((plan, at) => this.#ask(at, plan, board)));
  }

  #slot(index: number, slot: Partial<Slot>): void {
    const before = this.slots[index] ?? idle;
    this.slots = this.slots.with(index, { ...before, error: null, fields: {}, ...slot });
  }

  async #ask(index: number, plan: Plan, board: Board): Promise<void> {
    this.#calls[index]?.abort();
    const call = (this.#calls[index] = new AbortController());
    const lines = linesOf(plan, board.kind, this.places.known);
    if (!lines.length) return this.#slot(index, { status: 'idle', side: null });
    const request = requestOf(board.kind, board.on, lines);
    const key = locale() + JSON.stringify(request);
    const known = this.#answers.get(key);
    if (known) return this.#slot(index, { status: 'done', side: { plan, lines, answer: known } });
    this.#slot(index, { status: 'computing' });
    const begun = performance.now();
    try {
      const answer = await computeFootprint(request, call.signal);
      if (call.signal.aborted) return;
      this.#remember(key, answer);
      const seconds = (performance.now() - begun) / 1000;
      this.#slot(index, { status: 'done', seconds, side: { plan, lines, answer } });
    } catch (cause) {
      if (!call.signal.aborted && !isAbort(cause)) this.#fail(index, toError(cause), lines);
    }
  }

  #remember(key: string, answer: Footprint): void {
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size >= remembered && oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(key, answer);
  }

  #fail(index: number, error: ApiError, lines: Line[]): void {
    const fields = error.status === 422 ? errorsByField(error.fields, lines) : {};
    this.#slot(index, { status: 'failed', error, fields });
  }
}
