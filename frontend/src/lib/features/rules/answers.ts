/** What the rules ask about the legs of a trip, as fields, and the answers that go to the server. */
import type { Activity, ActivityChange } from '$lib/api/footprint';
import type { RuleAnswer } from '$lib/api/rules';
import { m } from '$lib/paraglide/messages';
import { mistakesOf, type FieldMistake } from '$lib/ui/form.svelte';

type Exception = NonNullable<RuleAnswer['exception']>;
type Word = () => string;

const shared = {
  duty_of_care_or_disability: m.rules_exception_duty_of_care_or_disability,
  security: m.rules_exception_security,
  other: m.rules_exception_other
};
export const exceptionWords: Record<Leg['type'], Partial<Record<Exception, Word>>> = {
  flight: {
    no_connection_on_the_day: m.rules_exception_no_connection_on_the_day,
    connecting_flight_on_one_ticket: m.rules_exception_connecting_flight_on_one_ticket,
    several_appointments: m.rules_exception_several_appointments,
    ...shared
  },
  taxi: {
    no_public_transport: m.rules_exception_no_public_transport,
    luggage_or_material: m.rules_exception_luggage_or_material,
    several_people: m.rules_exception_several_people,
    ...shared
  }
};

export interface Leg {
  /** Stable over saving: kind of leg and its two ends. */
  key: string;
  type: 'flight' | 'taxi';
  from: string | null;
  to: string | null;
  hours: string;
  exception: '' | Exception;
  reason: string;
}

const keyOf = (type: string, ...ends: (string | null | undefined)[]) =>
  [type, ...ends.map((end) => (end ?? '').toUpperCase()).sort()].join('-');

/** The legs that are asked about, each once, with what is answered already. */
export function legsOf(activity: Activity): Leg[] {
  const answers = new Map(
    activity.rule_answers.map((given) => [keyOf(given.type, given.from, given.to), given])
  );
  const legs = new Map<string, Leg>();
  for (const { kind, findings } of activity.rule_checks)
    for (const { from, to, result } of findings) {
      const type = kind === 'rail_first' ? 'flight' : 'taxi';
      const key = keyOf(type, from, to);
      const given = answers.get(key);
      // A flight that is fine without an answer is beyond any train.
      if (legs.has(key) || (result === 'kept' && !given)) continue;
      const hours = given?.rail_hours;
      legs.set(key, {
        key,
        type,
        from,
        to,
        hours: hours === undefined ? '' : String(hours).replace('.', m.decimal_mark()),
        exception: given?.exception ?? '',
        reason: given?.reason ?? ''
      });
    }
  return [...legs.values()];
}

/** '4,5' as 4.5; null for nothing, NaN for what is no number of hours. */
export function hoursOf(entry: string): number | null {
  if (!entry.trim()) return null;
  const found = Number(entry.trim().replace(',', '.'));
  return found >= 0.1 && found <= 240 ? found : Number.NaN;
}

const isAnswered = (leg: Leg) => leg.exception !== '' || hoursOf(leg.hours) !== null;

/** Only what was answered; a leg left empty stays open. */
export function answersOf(legs: Leg[]): ActivityChange['rule_answers'] {
  const answers = legs.filter(isAnswered).map(({ type, from, to, hours, exception, reason }) => ({
    type,
    from,
    to,
    ...(type === 'flight' && hoursOf(hours) !== null && { rail_hours: hoursOf(hours) }),
    ...(exception && { exception }),
    ...(reason.trim() && { reason: reason.trim() })
  }));
  return answers as ActivityChange['rule_answers'];
}

export const mistakesIn = (legs: Leg[]): FieldMistake[] =>
  mistakesOf(
    Object.fromEntries(
      legs.flatMap((leg, at) => [
        [`hours-${at}`, Number.isNaN(hoursOf(leg.hours) ?? 0) && m.rules_rail_hours_wrong()],
        [
          `reason-${at}`,
          leg.exception === 'other' && !leg.reason.trim() && m.rules_reason_missing()
        ]
      ])
    )
  );

export const legName = (leg: Pick<Leg, 'from' | 'to'>): string =>
  leg.from && leg.to ? m.rules_leg({ from: leg.from, to: leg.to }) : m.rules_leg_taxi();
