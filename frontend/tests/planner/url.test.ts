import { describe, expect, it } from 'vitest';
import { emptyBoard, type Board } from '$lib/features/planner/board';
import { emptyPlan } from '$lib/shared/trip/plan';
import { decode, encode, exampleQuery } from '$lib/features/planner/url';
import { changes, plan } from './fixtures';

const today = '2026-11-24';
const board: Board = {
  kind: 'trip',
  on: '2027-03-15',
  plan,
  changes: [changes.b, changes.c, changes.d],
  shown: 3,
  example: false
};

describe('the address of the planner', () => {
  it('is short enough to read', () => {
    expect(encode(board)).toBe(
      'v=1&on=2027-03-15&a=air:BRE:FRA:WDH_rt_5p_6n&b=hub&c=3p&d=hub_2p_video:5:12'
    );
  });

  it('gives back the whole planner', () => {
    expect(decode(encode(board), today)).toEqual({ board, unread: [], newer: false });
  });

  it('gives back every kind of entry', () => {
    const full: Board = {
      kind: 'event',
      on: today,
      plan: {
        ...emptyPlan(),
        legs: [
          { mode: 'rail', from: 'bremen', to: 'FRA' },
          { mode: 'flight', from: 'FRA', to: 'JNB' },
          { mode: 'car', from: 'JNB', to: '' }
        ],
        roundTrip: false,
        travellers: 12,
        trips: 2,
        nights: 3,
        rooms: 6,
        hotelCountry: 'NA',
        cabin: 'business',
        video: { participants: 30, hours: 1.5 },
        extras: [
          { type: 'ride', mode: 'taxi', distanceKm: 24.5, country: 'ZA' },
          { type: 'stay', country: 'DE', nights: 1 },
          { type: 'meal', diet: 'white_fish', count: 40 },
          { type: 'freight', mode: 'air_long_haul', massKg: 2.5, distanceKm: 8100 },
          { type: 'goods', material: 't_shirt_cotton', amount: 200 },
          { type: 'power', country: 'NA', kwh: 500 }
        ]
      },
      changes: [
        { legs: [{ mode: 'coach', from: 'FRA', to: 'BRE' }], hub: 'coach', roundTrip: true },
        { rooms: null, hotelCountry: null, video: null, extras: [], cabin: 'economy' }
      ],
      shown: 1,
      example: true
    };
    expect(decode('?' + encode(full), today).board).toEqual(full);
  });

  it('is empty while nobody has entered anything', () => {
    expect(encode(emptyBoard(today))).toBe('');
    expect(decode('', today).board).toEqual(emptyBoard(today));
  });

  it('loads the example by a short link that marks it as one', () => {
    const { board: example } = decode('?example=1', today);
    expect(example).toEqual({ ...board, on: today, example: true });
    expect(decode(`?${exampleQuery}`, today).board.example).toBe(false);
  });

  it('names what it does not understand and keeps the rest', () => {
    const read = decode('?v=2&a=air:BRE:FRA_rt_teleport:3_5p&b=3p&kind=cruise', today);
    expect(read.unread).toEqual(['teleport:3', 'kind=cruise']);
    expect(read.newer).toBe(true);
    expect(read.board.plan.travellers).toBe(5);
    expect(read.board.kind).toBe('trip');
  });

  it.each([
    ['absurd numbers are held to the limits', '?a=air:BRE:FRA_99999999p_9999n'],
    ['markup is no place', '?a=air:<b>:FRA_5p'],
    ['a broken percent sign is no crash', '?a=%E0%A4%A']
  ])('%s', (_, search) => {
    const read = decode(search, today).board.plan;
    expect(read.travellers).toBeLessThanOrEqual(500);
    expect(read.nights).toBeLessThanOrEqual(365);
    expect(read.legs.every((leg) => /^\w*$/.test(leg.from + leg.to))).toBe(true);
  });

  it('takes today where the day is no day, and names the day', () => {
    const read = decode('?on=2027-02-30&a=air:BRE:FRA', today);
    expect(read.board.on).toBe(today);
    expect(read.unread).toEqual(['2027-02-30']);
  });

  it('names the numbers it had to correct', () => {
    const read = decode('?a=air:BRE:FRA_99999p_6n_0t_stay:DE:1.5_meal:vegan:4&b=video:5', today);
    expect(read.board.plan.travellers).toBe(500);
    expect(read.unread).toEqual(['99999p', '0t', 'stay:DE:1.5', 'video:5']);
  });
});
