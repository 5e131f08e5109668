/** What an activity is made of while it is being entered, and the figure the calculator gives it. */
import { computeFootprint } from '$lib/api/footprints';
import { isAbort, toError, type ApiError } from '$lib/api/problem';
import type { Answered, TripEditor } from '$lib/shared/trip/editor';
import { newExtra } from '$lib/shared/trip/extras';
import { errorsByField, linesOf, requestOf, type Item, type Line } from '$lib/shared/trip/items';
import { PlaceBook } from '$lib/shared/trip/places.svelte';
import { codesOf, emptyPlan, type Kind, type Plan } from '$lib/shared/trip/plan';
import { takenFrom } from '$lib/shared/trip/taken';
import type { FieldMistake } from '$lib/ui/form.svelte';

const typingMs = 250;

export class ItemsDraft implements TripEditor {
  kind = $state<Kind>('trip');
  plan = $state.raw<Plan>(emptyPlan());
  answered = $state.raw<Answered | null>(null);
  /** What the calculator refused, as far as no field is to blame. */
  failure = $state.raw<ApiError | null>(null);
  errors = $state.raw<Record<string, string>>({});
  readonly places = new PlaceBook();
  /** What the fields cannot say of an activity that is changed; it is sent as it is. */
  kept = $state.raw<Item[]>([]);
  key = $state('activity');
  readonly day = null;
  readonly needsTravellers = $derived(this.kind === 'trip');
  readonly lines: Line[] = $derived([
    ...linesOf(this.plan, this.kind, this.places.known),
    ...this.kept.map((item, index): Line => {
      return { item, fields: { '': `kept-${index}` }, from: { part: 'kept', index } };
    })
  ]);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #call: AbortController | undefined;

  /** `on` gives the day whose factors count. */
  constructor(private readonly on: () => string) {}

  /** Takes over what an activity is made of. */
  async take(kind: Kind, items: readonly Item[]): Promise<void> {
    const ends = items.flatMap(({ from, to }) => [from, to]);
    await this.places.ensure(ends.filter((end) => typeof end === 'string'));
    const { plan, kept } = takenFrom(items, kind, this.places.known);
    [this.kind, this.plan, this.kept] = [kind, plan, kept];
    this.key = `${this.key}-again`;
    await this.compute();
  }

  leaveOut(item: Item): void {
    this.kept = this.kept.filter((one) => one !== item);
    this.change({});
  }

  change = (change: Partial<Plan>): void => {
    this.plan = { ...this.plan, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.compute(), typingMs);
  };

  /** Each kind begins with the row it always has; what was entered stays. */
  choose(kind: Kind): void {
    const { extras, video } = this.plan;
    const has = (type: string) => extras.some((extra) => extra.type === type);
    this.kind = kind;
    this.change({
      extras: [
        ...extras,
        ...(kind === 'shipment' && !has('freight') ? [newExtra('freight', 'DE', this.plan)] : []),
        ...(kind === 'purchase' && !has('goods') ? [newExtra('goods', 'DE', this.plan)] : [])
      ],
      video: kind === 'online_meeting' ? (video ?? { participants: 2, hours: 1 }) : video
    });
  }

  /** Shows at its controls what a form found wrong, until the next change. */
  refuse(mistakes: readonly FieldMistake[]): void {
    this.errors = Object.fromEntries(mistakes.map(({ id, message }) => [id, message]));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#call?.abort();
  }

  async compute(): Promise<void> {
    const plan = this.plan;
    await this.places.ensure(codesOf(plan));
    if (plan !== this.plan) return;
    this.#call?.abort();
    const call = (this.#call = new AbortController());
    const { lines } = this;
    [this.errors, this.failure] = [{}, null];
    if (!lines.length) return void (this.answered = null);
    try {
      const answer = await computeFootprint(requestOf(this.kind, this.on(), lines), call.signal);
      if (!call.signal.aborted) this.answered = { plan, lines, answer };
    } catch (cause) {
      if (call.signal.aborted || isAbort(cause)) return;
      const error = toError(cause);
      this.errors = error.status === 422 ? errorsByField(error.fields, lines) : {};
      this.failure = Object.keys(this.errors).length ? null : error;
    }
  }
}
