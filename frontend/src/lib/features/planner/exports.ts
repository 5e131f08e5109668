/** What people take along: rows for a spreadsheet, a call for a terminal, a sentence for a memo. */
import { curlPost } from '$lib/api/footprints';
import { day, mass, massRange } from '$lib/i18n/format';
import { locale } from '$lib/i18n/locale.svelte';
import { today } from '$lib/i18n/today';
import { m } from '$lib/paraglide/messages';
import { toCsv, type Cell } from '$lib/i18n/csv';
import { titleOf } from './describe';
import { linesOf, requestOf } from '$lib/shared/trip/items';
import type { Planner } from './planner.svelte';
import { itemName } from '$lib/shared/trip/words';
import { letter } from './words';

const header = (): string[] => m.planner_csv_header().split('|');

/** One row for each item of each variant, then its total. */
export function variantsCsv(planner: Planner): { name: string; text: string } {
  const { board, places, slots } = planner;
  const rows = planner.plans.flatMap((plan, at): Cell[][] => {
    const side = slots[at]?.side;
    if (!side) return [];
    const variant = [letter(at), titleOf(board, at, plan, places.known)];
    const items = side.answer.items.map((item, index): Cell[] => {
      const sent = side.lines[index]?.item ?? { type: item.type };
      const { low, central, high } = item.non_co2_kg;
      return [
        ...variant,
        itemName(sent, item.type, places.known),
        item.type,
        item.distance_km,
        ...[item.ghg_kg, item.ghg_low_kg, item.ghg_high_kg, item.ttw_kg, item.wtt_kg],
        ...[low, central, high],
        item.formula,
        item.factors.map((factor) => factor.id).join(' '),
        [...new Set(item.factors.map((factor) => factor.verification))].join(' ')
      ];
    });
    const { answer } = side;
    const { low, central, high } = answer.non_co2_kg;
    const total: Cell[] = [
      ...variant,
      m.planner_total(),
      'total',
      null,
      ...[answer.ghg_kg, answer.ghg_low_kg, answer.ghg_high_kg, answer.ttw_kg, answer.wtt_kg],
      ...[low, central, high, null],
      `${answer.method.id} ${answer.method.version}`,
      null
    ];
    return [...items, total];
  });
  return { name: `klimabruecke-${board.on}.csv`, text: toCsv(header(), rows, locale()) };
}

/** The call that gives a variant's number again. */
export function callOf(planner: Planner, index: number): string {
  const { kind, on } = planner.board;
  const plan = planner.plans[index] ?? planner.board.plan;
  const request = requestOf(kind, on, linesOf(plan, kind, planner.places.known));
  return curlPost('/footprints', request, location.origin);
}

export function citationOf(planner: Planner, index: number): string {
  const answer = planner.slots[index]?.side?.answer;
  if (!answer) return location.href;
  return m.planner_citation({
    variant: letter(index),
    mass: mass(answer.ghg_kg),
    range: massRange(answer.ghg_low_kg, answer.ghg_high_kg, answer.ghg_kg),
    method: answer.method.id,
    version: answer.method.version,
    day: day(today()),
    url: location.href
  });
}
