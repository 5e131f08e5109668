/** An activity's items come back from the fields that show them as they were. */
import { describe, expect, it } from 'vitest';
import { linesOf, type Item } from '$lib/shared/trip/items';
import type { Kind, Place } from '$lib/shared/trip/plan';
import { takenFrom } from '$lib/shared/trip/taken';

const place = (code: string, country: string): [string, Place] => [
  code,
  { code, name: code, nameDe: null, country, latitude_deg: 0, longitude_deg: 0, airport: null }
];
const places = new Map([
  place('BRE', 'DE'),
  place('FRA', 'DE'),
  place('WDH', 'NA'),
  place('DUR', 'ZA')
]);
const flight = (more: object): Item =>
  ({
    type: 'flight',
    from: 'BRE',
    to: 'FRA',
    cabin: 'economy',
    travellers: 2,
    return: true,
    ...more
  }) as Item;
const rail: Item = {
  type: 'rail',
  from: 'BRE',
  to: 'FRA',
  country: 'DE',
  travellers: 2,
  return: true
};
const hotel = (country: string, rooms: number, nights: number): Item => ({
  type: 'hotel',
  country,
  rooms,
  nights
});
const sentAgain = (items: Item[], kind: Kind): { sent: Item[]; kept: Item[] } => {
  const { plan, kept } = takenFrom(items, kind, places);
  return { sent: linesOf(plan, kind, places).map(({ item }) => item), kept };
};
const sorted = (items: Item[]) =>
  items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();

describe('takenFrom', () => {
  const whole: [string, Kind, Item[]][] = [
    ['a delegation', 'trip', [rail, flight({ from: 'FRA', to: 'WDH' }), hotel('NA', 2, 6)]],
    ['two hotels', 'trip', [flight({}), hotel('NA', 2, 4), hotel('ZA', 2, 3)]],
    ['fewer rooms than people', 'trip', [flight({ travellers: 4 }), hotel('NA', 2, 6)]],
    ['a video call', 'online_meeting', [{ type: 'video', participants: 5, hours: 12 }]],
    [
      'an event with rides, meals and power',
      'event',
      [
        { type: 'coach', distance_km: 120, country: 'DE', travellers: 30 },
        { type: 'meal', diet: 'vegan', count: 30 },
        { type: 'electricity', country: 'ZA', kwh: 40 }
      ]
    ],
    [
      'what is bought and sent',
      'shipment',
      [
        { type: 'material', material: 't_shirt_cotton', count: 40 },
        { type: 'material', material: 'glass_primary', mass_kg: 3 },
        { type: 'freight', mode: 'sea_container', mass_kg: 900, distance_km: 12000 }
      ]
    ]
  ];
  it.each(whole)('takes over %s as a whole', (_, kind, items) => {
    const { sent, kept } = sentAgain(items, kind);
    expect(kept).toEqual([]);
    expect(sorted(sent)).toEqual(sorted(items));
  });

  it('keeps what the fields cannot say, and never changes it', () => {
    const items = [
      flight({}),
      flight({ from: 'FRA', to: 'WDH', cabin: 'business' }),
      flight({ from: 'WDH', to: 'DUR', return: false }),
      { type: 'rail', from: 'BRE', to: 'FRA', country: 'DE', travellers: 5, return: true },
      {
        type: 'car',
        from: 'BRE',
        to: 'FRA',
        country: 'DE',
        travellers: 2,
        vehicles: 2,
        return: true
      },
      hotel('NA', 2, 4),
      hotel('ZA', 1, 2),
      { type: 'video', participants: 2, hours: 1 },
      { type: 'video', participants: 3, hours: 1 },
      { type: 'something_new', amount: 1 }
    ] as Item[];
    const { sent, kept } = sentAgain(items, 'trip');
    expect(kept.map(({ type }) => type)).toEqual([
      'flight',
      'flight',
      'rail',
      'car',
      'hotel',
      'video',
      'something_new'
    ]);
    expect(sorted([...sent, ...kept])).toEqual(sorted(items));
  });
});
