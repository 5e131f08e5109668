/** Records many pages name, such as projects: read once a visit and again after one was written. */
export class Known<T extends { id: string }> {
  #found = $state.raw<T[]>([]);
  #asked: Promise<T[]> | undefined;

  constructor(private readonly read: () => Promise<T[]>) {}

  load = (): Promise<T[]> =>
    (this.#asked ??= this.read().then(
      (found) => (this.#found = found),
      (cause: unknown) => {
        this.#asked = undefined;
        throw cause;
      }
    ));

  forget = (): void => {
    this.#asked = undefined;
  };

  /** All of them as far as they are known. Reactive; asks for them where nobody has. */
  all = (): T[] => {
    if (!this.#asked) void this.load().catch(() => undefined);
    return this.#found;
  };

  one = (id: string | null): T | undefined => this.all().find((each) => each.id === id);
}
