/** What really happened while it is being entered: rows made of the plan, of a pasted table, or by hand. */
import type { KeptItem, TravelRow } from '$lib/api/actuals';
import { country, number } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import type { Cabin, Mode, Places } from '$lib/shared/trip/plan';
import {
  cabinWord,
  itemName,
  modeWord,
  nights,
  people,
  placeName,
  rooms
} from '$lib/shared/trip/words';
import type { FieldMistake } from '$lib/ui/form.svelte';

export interface ActualRow {
  key: string;
  /** Lines of the pasted table it stands for. */
  lines: number[];
  /** Null until a question is answered, or a way of one's own is complete. */
  item: KeptItem | null;
  question: string | null;
  candidates: KeptItem[];
  /** A row that did not happen stays visible and is left out. */
  happened: boolean;
  /** A way entered by hand: its ends and means are asked. */
  own: boolean;
  /** Planned, of a kind the table says nothing about. */
  unsaid: boolean;
}

const counted = ['travellers', 'vehicles', 'rooms', 'nights', 'count'] as const;
export type Counted = (typeof counted)[number];

/** The numbers of an item people correct: of a car how many, not who sat in it. */
export const countsOf = (item: KeptItem): Counted[] =>
  counted.filter(
    (name) => item[name] !== undefined && !(name === 'travellers' && item.vehicles !== undefined)
  );

let made = 0;
const row = (values: Partial<ActualRow>): ActualRow => ({
  key: `actual-${(made += 1)}`,
  lines: [],
  item: null,
  question: null,
  candidates: [],
  happened: true,
  own: false,
  unsaid: false,
  ...values
});

export const plannedRows = (items: KeptItem[]): ActualRow[] => items.map((item) => row({ item }));
export const ownRow = (): ActualRow => row({ own: true });

/** The rows of a table; lines that are equal but for the number of people are one row. */
export function tableRows(lines: TravelRow[]): ActualRow[] {
  const rows = new Map<string, ActualRow>();
  for (const { row: line, item, question, candidates } of lines) {
    const key = item
      ? JSON.stringify({ ...item, travellers: null, rooms: null })
      : `line ${rows.size}`;
    const found = rows.get(key);
    if (item && found?.item) {
      found.lines.push(line);
      found.item = {
        ...item,
        ...(item.travellers && { travellers: item.travellers + (found.item.travellers ?? 0) }),
        ...(item.rooms && { rooms: item.rooms + (found.item.rooms ?? 0) })
      };
    } else
      rows.set(key, row({ lines: [line], item, question: question?.detail ?? null, candidates }));
  }
  return [...rows.values()];
}

type Part = 'way' | 'stay' | 'other';
const partOf = ({ type }: KeptItem): Part =>
  type === 'hotel' ? 'stay' : type in modeWord ? 'way' : 'other';

/** What the table says, and what of the plan it says nothing about: a list of flights names no hotel. */
export function rowsWith(lines: TravelRow[], planned: KeptItem[]): ActualRow[] {
  const said = new Set(
    lines
      .flatMap(({ item, candidates }) => [item, ...candidates].filter((one) => one !== null))
      .map(partOf)
  );
  const unsaid = planned.filter((item) => !said.has(partOf(item)));
  return [...tableRows(lines), ...unsaid.map((item) => row({ item, unsaid: true }))];
}

export const itemsOf = (rows: ActualRow[]): KeptItem[] =>
  rows.flatMap(({ item, happened }) => (item && happened ? [item] : []));

/** Whether the rows are the plan, item by item. */
export const asPlanned = (rows: ActualRow[], planned: KeptItem[]): boolean =>
  JSON.stringify(itemsOf(rows)) === JSON.stringify(planned);

/** What must be mended before the rows can be sent. */
export function mistakesIn(rows: ActualRow[]): FieldMistake[] {
  const open = rows.filter(({ item, happened }) => happened && !item);
  const found = open.map(({ key, own, question }) => ({
    id: own ? `${key}-from` : `${key}-choice`,
    message: own ? m.actuals_own_incomplete() : (question ?? '')
  }));
  if (!found.length && !itemsOf(rows).length)
    return [{ id: 'actuals-add', message: m.actuals_nothing() }];
  return found;
}

/** Where the server's pointers lead: to the first control of the row that was sent at that place. */
export function placesOf(rows: ActualRow[]): Record<string, string> {
  const sent = rows.filter(({ item, happened }) => item && happened);
  return Object.fromEntries(sent.map(({ key }, at) => [`/items/${at}`, `${key}-happened`]));
}

export const codesIn = (rows: ActualRow[]): string[] =>
  rows
    .flatMap(({ item, candidates }) => [item, ...candidates])
    .flatMap((item) => [item?.from, item?.to])
    .filter((code) => code !== undefined);

/** Flug Bremen–Frankfurt (BRE–FRA), Economy, fünf Personen */
export function itemWords(item: KeptItem, places: Places): string {
  const { type, from, to } = item;
  if (type === 'hotel')
    return m.actuals_stay({
      country: country(item.country ?? ''),
      rooms: rooms(item.rooms ?? 0),
      nights: nights(item.nights ?? 0)
    });
  if (!(type in modeWord)) return itemName(item as Record<string, unknown>, type, places);
  const way =
    from && to
      ? `${placeName(from, places)}–${placeName(to, places)} (${from}–${to})`
      : `${number(item.distance_km ?? 0, 1)}\u00a0km`;
  const cars = item.vehicles && m.actuals_cars({ count: item.vehicles });
  return [
    `${modeWord[type as Mode]()} ${way}`,
    item.return && m.actuals_both_ways(),
    item.cabin && cabinWord[item.cabin as Cabin](),
    cars ?? people(item.travellers ?? 1)
  ]
    .filter(Boolean)
    .join(', ');
}
