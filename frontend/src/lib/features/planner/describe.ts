/** A variant in words: its title, what else it changes, and the steps that lead from A to it. */
import { country, number, percent } from '$lib/i18n/format';
import { m } from '$lib/paraglide/messages';
import { destinationOf, same, type Places, type Plan } from '$lib/shared/trip/plan';
import { type Board, type Change } from './board';
import { feederOf, sameDestination } from './variants';
import { mainStep, type Side, type Step, type StepKind } from './waterfall';
import {
  cabinWord,
  capital,
  count,
  nights,
  people,
  placeName,
  rooms
} from '$lib/shared/trip/words';

export interface Told {
  base: Plan;
  plan: Plan;
  change: Change;
  places: Places;
}

type Teller = (told: Told) => string | false | null | undefined;

/** Where the ground takes over: the hub of the plan's feeder flight. */
const hubName = ({ base, places }: Told): string =>
  placeName(feederOf(base.legs, places)?.hub ?? '', places);

const hubTitle: Teller = (told) =>
  told.change.hub === 'rail'
    ? m.planner_variant_hub_rail({ hub: hubName(told) })
    : told.change.hub && m.planner_variant_hub_coach({ hub: hubName(told) });

/** The first that applies names the variant; the order is that of importance. */
const titles: Teller[] = [
  ({ base, plan }) => base.travellers > 0 && plan.travellers === 0 && m.planner_variant_online(),
  ({ base, plan, change }) =>
    change.video &&
    plan.travellers < base.travellers &&
    m.planner_variant_hybrid({
      count: plan.travellers,
      travel: count(plan.travellers),
      online: count(base.travellers - plan.travellers)
    }),
  ({ base, plan }) =>
    plan.trips < base.trips &&
    m.planner_variant_trips({
      count: plan.trips,
      words: count(plan.trips),
      before: count(base.trips)
    }),
  ({ base, plan }) =>
    plan.travellers < base.travellers &&
    plan.nights > base.nights &&
    m.planner_variant_longer({ people: people(plan.travellers), nights: nights(plan.nights) }),
  ({ base, plan }) =>
    plan.travellers !== base.travellers &&
    m.planner_variant_people({
      count: base.travellers,
      words: count(plan.travellers),
      before: count(base.travellers)
    }),
  hubTitle,
  ({ base, plan }) =>
    plan.nights !== base.nights &&
    m.planner_variant_nights({
      count: base.nights,
      words: count(plan.nights),
      before: count(base.nights)
    }),
  ({ change, base, plan }) =>
    change.cabin &&
    m.planner_variant_cabin({ after: cabinWord[plan.cabin](), before: cabinWord[base.cabin]() }),
  ({ change, base, plan, places }) =>
    change.legs &&
    (sameDestination(base, plan)
      ? m.planner_variant_route()
      : m.planner_variant_destination({ place: placeName(destinationOf(plan), places) })),
  ({ change, base, plan }) =>
    change.extras && !same(freightOf(base), freightOf(plan)) && m.planner_variant_freight(),
  ({ change }) => (change.extras || change.video !== undefined) && m.planner_variant_extras()
];

export function titleOf(board: Board, index: number, plan: Plan, places: Places): string {
  if (index === 0) return m.planner_variant_planned();
  const told = { base: board.plan, plan, change: board.changes[index - 1] ?? {}, places };
  for (const title of titles) {
    const found = title(told);
    if (found) return capital(found);
  }
  return m.planner_variant_own();
}

const freightKg = (plan: Plan): number =>
  plan.extras.reduce((sum, extra) => sum + (extra.type === 'freight' ? extra.massKg : 0), 0);

const freightOf = (plan: Plan) => plan.extras.filter((extra) => extra.type === 'freight');

/** What a variant says besides its title. */
export function noteOf(
  board: Board,
  index: number,
  plan: Plan,
  places: Places,
  feederKm: number | null = null
): string {
  const { plan: base } = board;
  if (board.kind === 'shipment')
    return m.planner_note_freight({ mass: number(freightKg(plan), 1) });
  if (index === 0) {
    const parts = [people(plan.travellers), plan.nights > 0 && nights(plan.nights)];
    return capital(parts.filter(Boolean).join(', '));
  }
  const change = board.changes[index - 1] ?? {};
  const told = { base, plan, change, places };
  const hours = change.video ? m.planner_note_video({ hours: number(change.video.hours, 1) }) : '';
  const isHub = hubTitle(told) === titleOf(board, index, plan, places);
  const parts = [
    change.hub &&
      !isHub &&
      (change.hub === 'rail' ? m.planner_note_rail() : m.planner_note_coach()),
    isHub &&
      (feederKm === null
        ? m.planner_note_feeder()
        : m.planner_note_feeder_km({ km: number(feederKm) })),
    hours,
    plan.trips < base.trips && plan.nights !== base.nights && nights(plan.nights),
    change.rooms && rooms(change.rooms)
  ].filter(Boolean);
  return capital(parts.length ? parts.join(', ') : m.planner_note_same());
}

const change = (step: Step): number => (step.after ?? 0) - (step.before ?? 0);

const labels: Record<StepKind, (step: Step, told: Told) => string> = {
  people: (step) =>
    change(step) < 0
      ? m.planner_step_people_less({ count: -change(step), words: count(-change(step)) })
      : change(step) > 0
        ? m.planner_step_people_more({ count: change(step), words: count(change(step)) })
        : m.planner_step_people_other(),
  trips: (step) =>
    change(step) < 0
      ? m.planner_step_trips_less({ count: -change(step), words: count(-change(step)) })
      : m.planner_step_trips_more({ count: change(step), words: count(change(step)) }),
  hotel: (step) =>
    change(step) < 0
      ? m.planner_step_hotel_less()
      : change(step) > 0
        ? m.planner_step_hotel_more()
        : m.planner_step_hotel_other(),
  ground: (_, told) =>
    told.change.hub === 'rail'
      ? m.planner_step_rail()
      : told.change.hub
        ? m.planner_step_coach()
        : m.planner_step_ground(),
  cabin: () => m.planner_step_cabin(),
  route: () => m.planner_step_route(),
  video: () => m.planner_step_video(),
  meal: () => m.planner_step_meal(),
  freight: () => m.planner_step_freight(),
  energy: () => m.planner_step_energy(),
  goods: () => m.planner_step_goods()
};

/** A step inside a sentence, and as a label of its own. */
export const stepWord = (step: Step, told: Told): string => labels[step.kind](step, told);
export const stepLabel = (step: Step, told: Told): string => capital(stepWord(step, told));

export function stepNote(step: Step, told: Told): string {
  const { base, plan, places } = told;
  const nightsApart = Math.abs(change(step));
  switch (step.kind) {
    case 'people':
    case 'trips': {
      const ends = [base.legs[0]?.from ?? '', destinationOf(base)];
      const route = ends.map((code) => placeName(code, places)).join('–');
      return base.roundTrip ? m.planner_note_return({ route }) : route;
    }
    case 'hotel':
      return nightsApart
        ? m.planner_note_room_nights({ count: nightsApart, words: number(nightsApart) })
        : country(plan.hotelCountry ?? places.get(destinationOf(plan))?.country ?? '');
    case 'ground':
      return told.change.hub
        ? m.planner_note_to_hub({ people: people(plan.travellers), hub: hubName(told) })
        : '';
    case 'cabin':
      return m.planner_variant_cabin({
        after: cabinWord[plan.cabin](),
        before: cabinWord[base.cabin]()
      });
    case 'video':
      return plan.video
        ? m.planner_note_participant_hours({
            hours: number(plan.video.participants * plan.video.hours, 1)
          })
        : '';
    default:
      return '';
  }
}

/** The finding of a waterfall: what makes most of the saving, else what makes most of the rise. */
export function findingOf(steps: Step[], told: Told): string {
  const main = mainStep(steps);
  const total = steps.reduce((sum, step) => sum + step.deltaKg, 0);
  if (!main || total >= 0) return m.planner_finding_none();
  const share = Math.min(1, main.deltaKg / total);
  const stay = main.kind === 'people' ? -change(main) : 0;
  if (stay === 1) return m.planner_finding_person({ share: percent(share) });
  if (stay > 1) return m.planner_finding_people({ share: percent(share), people: people(stay) });
  return m.planner_finding({ share: percent(share), step: stepWord(main, told) });
}

/** What the ground to the hub brings alone, of which people expect more; '' where no variant is that. */
export function aloneOf(board: Board, shareSaved: (index: number) => number): string {
  const at = board.changes.findIndex((each) => each.hub && Object.keys(each).length === 1);
  const share = at < 0 ? 0 : shareSaved(at + 1);
  if (share <= 0) return '';
  return board.changes[at]?.hub === 'rail'
    ? m.planner_lever_rail({ share: percent(share) })
    : m.planner_lever_coach({ share: percent(share) });
}

/** One sentence below the variants: what saves most, over all of them. */
export function leverOf(steps: Step[], told: Told): string {
  const main = mainStep(steps);
  if (!main) return m.planner_lever_none();
  if (main.kind === 'people' || main.kind === 'trips') return m.planner_lever_people();
  return m.planner_lever({ step: stepWord(main, told) });
}

export const toldOf = (board: Board, index: number, side: Side, places: Places): Told => ({
  base: board.plan,
  plan: side.plan,
  change: board.changes[index - 1] ?? {},
  places
});
