/** What a traveller plans: plain data without texts, HTTP or markup. Everything else is made from it. */

/** The kinds of activity. */
export type Kind = 'trip' | 'event' | 'shipment' | 'purchase' | 'online_meeting';
/** Whether people are on their way somewhere. */
export const travels = (kind: Kind): boolean => kind === 'trip' || kind === 'event';

export type Mode = 'flight' | 'rail' | 'coach' | 'car';
export const modes: readonly Mode[] = ['flight', 'rail', 'coach', 'car'];

export type Cabin = 'economy' | 'premium' | 'business' | 'first';
export const cabins: readonly Cabin[] = ['economy', 'premium', 'business', 'first'];

export type RideMode = 'rail' | 'coach' | 'car' | 'taxi' | 'ferry';
export const rideModes: readonly RideMode[] = ['rail', 'coach', 'car', 'taxi', 'ferry'];

export const diets = ['vegan', 'vegetarian', 'chicken', 'beef', 'white_fish', 'oily_fish'] as const;
export type Diet = (typeof diets)[number];

export const freightModes = [
  'sea_container',
  'air_long_haul',
  'air_short_haul',
  'road',
  'van',
  'rail'
] as const;
export type FreightMode = (typeof freightModes)[number];

/** What is bought by the kilogram, and what by the piece. */
export const massMaterials = [
  'paper_recycled',
  'paper_primary',
  'board_recycled',
  'board_primary',
  'plastics_recycled',
  'plastics_primary',
  'glass_primary',
  'wood',
  'clothing',
  'electronics_it'
] as const;
export const pieceMaterials = [
  't_shirt_cotton',
  't_shirt_polyester',
  'polo_shirt',
  'shirt_cotton',
  'sweatshirt_cotton'
] as const;
export type Material = (typeof massMaterials)[number] | (typeof pieceMaterials)[number];
export const materials: readonly Material[] = [...pieceMaterials, ...massMaterials];
export const isPiece = (material: Material): boolean =>
  pieceMaterials.some((each) => each === material);

/** One way from a place to the next; `from` and `to` are IATA codes or city ids, '' while open. */
export interface Leg {
  mode: Mode;
  from: string;
  to: string;
}

export interface Video {
  participants: number;
  hours: number;
}

/** What a plan may contain besides legs and the hotel at its destination. */
export type Extra =
  /** A way by known kilometres, for all travellers. */
  | { type: 'ride'; mode: RideMode; distanceKm: number; country: string }
  /** Nights elsewhere, in the rooms of the plan. */
  | { type: 'stay'; country: string; nights: number }
  | { type: 'meal'; diet: Diet; count: number }
  | { type: 'freight'; mode: FreightMode; massKg: number; distanceKm: number }
  | { type: 'power'; country: string; kwh: number }
  /** Kilograms or pieces, as the material is counted. */
  | { type: 'goods'; material: Material; amount: number };
export type ExtraType = Extra['type'];

export interface Plan {
  legs: Leg[];
  /** The way back is the same as the way there. */
  roundTrip: boolean;
  /** 0 where nobody travels. */
  travellers: number;
  /** How often the same trip is made. */
  trips: number;
  nights: number;
  /** null: a room for each traveller. */
  rooms: number | null;
  /** ISO code; null: the country of the destination. */
  hotelCountry: string | null;
  cabin: Cabin;
  video: Video | null;
  extras: Extra[];
}

export interface Place {
  code: string;
  name: string;
  /** Where German has a name of its own. */
  nameDe: string | null;
  country: string;
  latitude_deg: number;
  longitude_deg: number;
  /** Full name of an airport, where the place is one. */
  airport: string | null;
}
export type Places = ReadonlyMap<string, Place>;

export const limits = {
  legs: 6,
  variants: 4,
  extras: 8,
  travellers: 500,
  trips: 52,
  nights: 365,
  rooms: 500,
  participants: 1000,
  hours: 500,
  count: 100_000,
  distanceKm: 40_000,
  massKg: 1_000_000,
  kwh: 10_000_000
} as const;

export const openLeg = (from = ''): Leg => ({ mode: 'flight', from, to: '' });

export const emptyPlan = (): Plan => ({
  legs: [openLeg()],
  roundTrip: true,
  travellers: 1,
  trips: 1,
  nights: 0,
  rooms: null,
  hotelCountry: null,
  cabin: 'economy',
  video: null,
  extras: []
});

export const isComplete = (leg: Leg): boolean => leg.from !== '' && leg.to !== '';
export const isOpen = (leg: Leg): boolean => leg.from === '' && leg.to === '';
export const isFlight = (leg: Leg): boolean => leg.mode === 'flight';

/** Where the way there ends, '' while that is open. */
export const destinationOf = (plan: Plan): string => plan.legs.at(-1)?.to ?? '';

export const roomsOf = (plan: Plan): number => plan.rooms ?? plan.travellers;

/** People times trips: what flights and rooms are counted with. */
export const passengersOf = (plan: Plan): number => plan.travellers * plan.trips;

/** The country the hotel stands in, null while the destination is open. */
export const hotelCountryOf = (plan: Plan, places: Places): string | null =>
  plan.hotelCountry ?? places.get(destinationOf(plan))?.country ?? null;

/** Every place a plan names, each once. */
export const codesOf = (plan: Plan): string[] => [
  ...new Set(plan.legs.flatMap((leg) => [leg.from, leg.to]).filter(Boolean))
];

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
