/** One plan as a readable word of the address: `air:BRE:FRA:WDH_rt_5p_6n`. */
import {
  cabins,
  diets,
  freightModes,
  isOpen,
  limits,
  materials,
  modes,
  rideModes,
  type Cabin,
  type Extra,
  type Leg,
  type Mode,
  type Plan
} from '$lib/shared/trip/plan';
import { type Change } from './board';

const wayWords: Record<Mode, string> = { flight: 'air', rail: 'rail', coach: 'coach', car: 'car' };
const hyphens = (word: string): string => word.replaceAll('_', '-');
const underscores = (word: string): string => word.replaceAll('-', '_');

/** Legs as chains: `air:BRE:FRA:WDH` is two flights, the second from where the first ends. */
function legTokens(legs: Leg[]): string[] {
  const chains: string[][] = [];
  let last: Leg | undefined;
  for (const leg of legs) {
    const chain = chains.at(-1);
    const goesOn = chain && last && last.mode === leg.mode && last.to === leg.from && last.to;
    if (goesOn) chain.push(leg.to);
    else chains.push([wayWords[leg.mode], leg.from, leg.to]);
    last = leg;
  }
  return chains.map((chain) => chain.join(':'));
}

function extraToken(extra: Extra): string {
  switch (extra.type) {
    case 'ride':
      return ['ride', extra.mode, extra.distanceKm, extra.country].join(':');
    case 'stay':
      return ['stay', extra.country, extra.nights].join(':');
    case 'meal':
      return ['meal', hyphens(extra.diet), extra.count].join(':');
    case 'freight':
      return ['freight', hyphens(extra.mode), extra.massKg, extra.distanceKm].join(':');
    case 'power':
      return ['power', extra.country, extra.kwh].join(':');
    case 'goods':
      return ['goods', hyphens(extra.material), extra.amount].join(':');
  }
}

/** A plan, or what a variant changes in one. A field that is not there leaves no word. */
export function toTokens(change: Change): string {
  const { legs, video, extras } = change;
  const words: (string | false | undefined)[] = [
    change.hub && (change.hub === 'rail' ? 'hub' : `hub:${change.hub}`),
    ...(legs ? legTokens(legs.filter((leg) => !isOpen(leg))) : []),
    change.roundTrip !== undefined && (change.roundTrip ? 'rt' : 'ow'),
    change.travellers !== undefined && `${change.travellers}p`,
    change.nights !== undefined && `${change.nights}n`,
    change.trips !== undefined && `${change.trips}t`,
    change.rooms !== undefined && (change.rooms === null ? 'rooms' : `${change.rooms}r`),
    change.cabin,
    change.hotelCountry !== undefined && ['hotel', change.hotelCountry].filter(Boolean).join(':'),
    video !== undefined && (video ? `video:${video.participants}:${video.hours}` : 'novideo'),
    ...(extras ? ['extras', ...extras.map(extraToken)] : [])
  ];
  return words.filter(Boolean).join('_');
}

/** Only what differs from an empty plan, so that an address holds no word without need. */
export function planTokens(plan: Plan): string {
  const { rooms, hotelCountry, video, extras, cabin, trips } = plan;
  return toTokens({
    legs: plan.legs,
    roundTrip: plan.roundTrip,
    travellers: plan.travellers,
    ...(plan.nights && { nights: plan.nights }),
    ...(trips !== 1 && { trips }),
    ...(rooms !== null && { rooms }),
    ...(cabin !== 'economy' && { cabin }),
    ...(hotelCountry && { hotelCountry }),
    ...(video && { video }),
    ...(extras.length && { extras })
  });
}

/** Whether a number of the word being read had to be bent to fit. */
let bent = false;
function held(word: string | undefined, min: number, max: number, round: boolean): number {
  const given = word?.trim() ? Number(word) : NaN;
  const value = round ? Math.round(given) : given;
  const fits = Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : min;
  if (fits !== given) bent = true;
  return fits;
}
const whole = (word: string | undefined, max: number, min = 0): number =>
  held(word, min, max, true);
const amount = (word: string | undefined, max: number): number => held(word, 0, max, false);
const isCountry = (word: string | undefined): word is string => /^[A-Z]{2}$/.test(word ?? '');
const isPlace = (word: string): boolean => /^([A-Z]{3}|[a-z][a-z0-9-]{1,39})?$/.test(word);
const oneOf = <T extends string>(all: readonly T[], word: string | undefined): T | undefined =>
  all.find((each) => each === word);

function readExtra(name: string, args: string[]): Extra | null {
  const [first, second, third] = args;
  if (name === 'ride') {
    const mode = oneOf(rideModes, first);
    return mode && isCountry(third)
      ? { type: 'ride', mode, distanceKm: amount(second, limits.distanceKm), country: third }
      : null;
  }
  if (name === 'stay')
    return isCountry(first)
      ? { type: 'stay', country: first, nights: whole(second, limits.nights) }
      : null;
  if (name === 'power')
    return isCountry(first)
      ? { type: 'power', country: first, kwh: amount(second, limits.kwh) }
      : null;
  if (name === 'meal') {
    const diet = oneOf(diets, underscores(first ?? ''));
    return diet ? { type: 'meal', diet, count: whole(second, limits.count) } : null;
  }
  if (name === 'goods') {
    const material = oneOf(materials, underscores(first ?? ''));
    return material ? { type: 'goods', material, amount: amount(second, limits.count) } : null;
  }
  const mode = name === 'freight' ? oneOf(freightModes, underscores(first ?? '')) : undefined;
  if (!mode) return null;
  const massKg = amount(second, limits.massKg);
  return { type: 'freight', mode, massKg, distanceKm: amount(third, limits.distanceKm) };
}

function readLegs(name: string, args: string[]): Leg[] | null {
  const mode = modes.find((each) => wayWords[each] === name);
  if (!mode || args.length < 2 || !args.every(isPlace)) return null;
  return args.slice(1).map((to, at) => ({ mode, from: args[at] ?? '', to }));
}

const counters: Record<string, (n: string) => Change> = {
  p: (n) => ({ travellers: whole(n, limits.travellers) }),
  n: (n) => ({ nights: whole(n, limits.nights) }),
  t: (n) => ({ trips: whole(n, limits.trips, 1) }),
  r: (n) => ({ rooms: whole(n, limits.rooms, 1) })
};
const flags: Record<string, Change> = {
  rt: { roundTrip: true },
  ow: { roundTrip: false },
  rooms: { rooms: null },
  hotel: { hotelCountry: null },
  novideo: { video: null },
  extras: { extras: [] },
  hub: { hub: 'rail' },
  'hub:coach': { hub: 'coach' }
};

function readWord(word: string): Change | null {
  if (word in flags) return { ...flags[word] };
  const counted = /^(\d+)([pntr])$/.exec(word);
  if (counted) return counters[counted[2] ?? '']?.(counted[1] ?? '') ?? null;
  const cabin = oneOf<Cabin>(cabins, word);
  if (cabin) return { cabin };
  const [name = '', ...args] = word.split(':');
  if (name === 'hotel' && isCountry(args[0])) return { hotelCountry: args[0] };
  if (name === 'video' && args.length === 2) {
    const participants = whole(args[0], limits.participants, 1);
    return { video: { participants, hours: amount(args[1], limits.hours) } };
  }
  return null;
}

/** Reads a word of the address; what it does not know or had to correct comes back as `unread`. */
export function fromTokens(text: string): { change: Change; unread: string[] } {
  let change: Change = {};
  const unread: string[] = [];
  for (const word of text.split('_').filter(Boolean)) {
    bent = false;
    const [name = '', ...args] = word.split(':');
    const legs = readLegs(name, args);
    const extra = legs ? null : readExtra(name, args);
    const read = legs || extra ? null : readWord(word);
    if (legs) change.legs = [...(change.legs ?? []), ...legs];
    else if (extra) change.extras = [...(change.extras ?? []), extra];
    else if (read) change = { ...change, ...read };
    const tooMany =
      (change.legs?.length ?? 0) > limits.legs || (change.extras?.length ?? 0) > limits.extras;
    if (change.legs) change.legs = change.legs.slice(0, limits.legs);
    if (change.extras) change.extras = change.extras.slice(0, limits.extras);
    if (bent || tooMany || !(legs || extra || read)) unread.push(word);
  }
  return { change, unread };
}
