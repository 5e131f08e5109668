/** What was deleted last and can be brought back; shown until the person moves on. */

export interface Offer {
  /** Name of what was deleted. */
  title: string;
  restore: () => Promise<unknown>;
  /** German address of the record, where it is again once it is back. */
  address: string;
}

let offer = $state.raw<Offer | null>(null);

export const offered = (): Offer | null => offer;

/** Called on the page the deletion led to. */
export function offerUndo(title: string, restore: Offer['restore'], address: string): void {
  offer = { title, restore, address };
}

export function withdrawOffer(): void {
  offer = null;
}
