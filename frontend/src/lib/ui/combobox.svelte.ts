/** State of a combobox: what is typed, what was found, what is active. No markup, no HTTP. */

export interface ComboboxOptions<T> {
  search: (query: string, signal: AbortSignal) => Promise<T[]>;
  display: (item: T) => string;
  /** Called with the chosen item, or null when the text no longer names one. */
  choose: (item: T | null) => void;
  waitMs?: number;
}

export type Search = 'idle' | 'loading' | 'done' | 'failed';

export class ComboboxState<T> {
  text = $state('');
  items = $state.raw<T[]>([]);
  active = $state(-1);
  open = $state(false);
  search = $state<Search>('idle');

  #left = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #call: AbortController | undefined;

  constructor(private readonly options: () => ComboboxOptions<T>) {}

  /** New text: the old choice is gone, a search follows when typing pauses. */
  type(text: string): void {
    this.text = text;
    this.#left = false;
    this.options().choose(null);
    this.#stop();
    this.items = [];
    this.active = -1;
    if (!text.trim()) {
      this.open = false;
      this.search = 'idle';
      return;
    }
    this.open = true;
    this.search = 'loading';
    this.#timer = setTimeout(() => void this.#find(text.trim()), this.options().waitMs ?? 120);
  }

  async #find(query: string): Promise<void> {
    const call = (this.#call = new AbortController());
    try {
      const items = await this.options().search(query, call.signal);
      if (call.signal.aborted) return;
      this.items = items;
      this.active = items.length ? 0 : -1;
      this.search = 'done';
      const first = items[0];
      if (this.#left && first !== undefined) this.take(first);
    } catch {
      if (!call.signal.aborted) this.search = 'failed';
    }
  }

  take(item: T): void {
    this.#stop();
    this.text = this.options().display(item);
    this.close();
    this.options().choose(item);
  }

  takeActive(): boolean {
    const item = this.items[this.active];
    if (!this.open || item === undefined) return false;
    this.take(item);
    return true;
  }

  move(by: 1 | -1): void {
    if (!this.items.length) return;
    this.open = true;
    this.active = (this.active + by + this.items.length) % this.items.length;
  }

  /** The field is left: a search under way still decides, so that 'WDH' and Tab is enough. */
  leave(): void {
    this.#left = this.search === 'loading';
    this.open = false;
  }

  close(): void {
    this.open = false;
    this.items = [];
    this.active = -1;
    this.search = 'idle';
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#call?.abort();
  }
}
