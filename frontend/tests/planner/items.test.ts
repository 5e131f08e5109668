import { describe, expect, it } from 'vitest';
import { errorsByField, fieldAt, linesOf, placesOf, requestOf } from '$lib/shared/trip/items';
import { emptyPlan } from '$lib/shared/trip/plan';
import { places, plan, side } from './fixtures';

const items = (id: 'a' | 'b' | 'c' | 'd') => side(id).lines.map((line) => line.item);

describe('from a plan to the items of the calculator', () => {
  it('two flights with return and a room for each of five', () => {
    expect(requestOf('trip', '2027-03-15', side('a').lines)).toEqual({
      kind: 'trip',
      on: '2027-03-15',
      items: [
        { type: 'flight', from: 'BRE', to: 'FRA', cabin: 'economy', travellers: 5, return: true },
        { type: 'flight', from: 'FRA', to: 'WDH', cabin: 'economy', travellers: 5, return: true },
        { type: 'hotel', country: 'NA', rooms: 5, nights: 6 }
      ]
    });
  });

  it('rail from the airport of departure, by its country, the distance left to the calculator', () => {
    expect(items('b')[0]).toEqual({
      type: 'rail',
      from: 'BRE',
      to: 'FRA',
      country: 'DE',
      travellers: 5,
      return: true
    });
  });

  it('the hybrid adds participant hours of video', () => {
    expect(items('d').at(-1)).toEqual({ type: 'video', participants: 5, hours: 12 });
  });

  it('nobody travels: no flight, no hotel', () => {
    const online = { ...plan, travellers: 0, video: { participants: 5, hours: 12 } };
    expect(linesOf(online, 'trip', places).map((line) => line.item.type)).toEqual(['video']);
  });

  it('no night away, no hotel', () => {
    const day = linesOf({ ...plan, nights: 0 }, 'trip', places);
    expect(day.map((line) => line.item.type)).toEqual(['flight', 'flight']);
  });

  it('two trips count their people and nights twice', () => {
    const [flight, , hotel] = linesOf({ ...plan, trips: 2 }, 'trip', places).map((l) => l.item);
    expect(flight).toMatchObject({ travellers: 10 });
    expect(hotel).toMatchObject({ rooms: 5, nights: 12 });
  });

  it('five people take two cars', () => {
    const legs = [{ mode: 'car' as const, from: 'BRE', to: 'FRA' }];
    expect(linesOf({ ...plan, legs }, 'trip', places)[0]?.item).toMatchObject({ vehicles: 2 });
  });

  it('what is not filled in yet is left out, never sent as nothing', () => {
    const open = {
      ...emptyPlan(),
      extras: [
        { type: 'meal' as const, diet: 'vegan' as const, count: 0 },
        { type: 'power' as const, country: 'ZA', kwh: 0 }
      ]
    };
    expect(linesOf(open, 'trip', places)).toEqual([]);
  });

  it('a shipment has no travellers', () => {
    const extras = [
      { type: 'freight' as const, mode: 'sea_container' as const, massKg: 120, distanceKm: 11000 }
    ];
    expect(linesOf({ ...plan, extras }, 'shipment', places).map((l) => l.item)).toEqual([
      { type: 'freight', mode: 'sea_container', mass_kg: 120, distance_km: 11000 }
    ]);
  });
});

describe('what is bought', () => {
  const bought = linesOf(
    {
      ...emptyPlan(),
      extras: [
        { type: 'goods', material: 't_shirt_cotton', amount: 200 },
        { type: 'goods', material: 'paper_recycled', amount: 12.5 },
        { type: 'goods', material: 'wood', amount: 0 }
      ]
    },
    'purchase',
    places
  );

  it('counts textiles by the piece, everything else by its mass', () => {
    expect(bought.map(({ item }) => item)).toEqual([
      { type: 'material', material: 't_shirt_cotton', count: 200 },
      { type: 'material', material: 'paper_recycled', mass_kg: 12.5 }
    ]);
  });

  it('leads every refusal to the row it is about', () => {
    const ids = placesOf(bought);
    expect(ids['/items/0/count']).toBe('extra-0-amount');
    expect(ids['/items/1/mass_kg']).toBe('extra-1-amount');
    expect(ids['/items/1/material']).toBe('extra-1-material');
    expect(ids['/items/1']).toBe('extra-1-material');
  });
});

describe('a refusal finds its field', () => {
  const lines = linesOf(
    { ...plan, legs: [{ mode: 'flight', from: '', to: '' }, ...plan.legs] },
    'trip',
    places
  );

  it.each([
    ['/items/0/to', 'leg-1-to'],
    ['/items/1/from', 'leg-2-from'],
    ['/items/1/cabin', 'cabin'],
    ['/items/2/country', 'hotel-country'],
    ['/items/2/nights', 'nights'],
    ['/items/0', 'leg-1-to'],
    ['/on', 'travel-day'],
    ['/items/9/to', 'travel-day']
  ])('%s is %s', (pointer, field) => expect(fieldAt(pointer, lines)).toBe(field));

  it('each field shows its first sentence', () => {
    const errors = errorsByField(
      { '/items/0/to': 'Unknown airport.', '/items/0': 'Second.', '/items/2/rooms': 'Too many.' },
      lines
    );
    expect(errors).toEqual({ 'leg-1-to': 'Unknown airport.', rooms: 'Too many.' });
  });
});
