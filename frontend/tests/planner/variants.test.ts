import { describe, expect, it } from 'vitest';
import { emptyBoard } from '$lib/features/planner/board';
import { type Plan } from '$lib/shared/trip/plan';
import {
  apply,
  changeBetween,
  changeFor,
  feederOf,
  takeOver
} from '$lib/features/planner/variants';
import { changes, places, plan } from './fixtures';

const legs = (...codes: string[]): Plan['legs'] =>
  codes.slice(1).map((to, at) => ({ mode: 'flight', from: codes[at] ?? '', to }));

describe('one-click variants', () => {
  it('rail to the hub replaces the feeder flight and leaves the long flight', () => {
    expect(apply(plan, changeFor('hub', plan, places) ?? {}, places).legs).toEqual([
      { mode: 'rail', from: 'BRE', to: 'FRA' },
      { mode: 'flight', from: 'FRA', to: 'WDH' }
    ]);
  });

  it('finds the feeder at the far end of the trip too', () => {
    expect(feederOf(legs('WDH', 'FRA', 'BRE'), places)).toEqual({
      index: 1,
      hub: 'FRA',
      mode: 'rail'
    });
  });

  it('takes a coach where no rail factor has a source', () => {
    expect(feederOf(legs('DUR', 'JNB', 'FRA'), places)).toMatchObject({ index: 0, mode: 'coach' });
  });

  it('finds no feeder in a direct flight, nor in two long ones', () => {
    expect(feederOf(legs('FRA', 'WDH'), places)).toBeNull();
    expect(feederOf(legs('FRA', 'JNB', 'FRA'), places)).toBeNull();
    expect(changeFor('hub', { ...plan, legs: legs('FRA', 'WDH') }, places)).toBeNull();
  });

  it('fewer travellers sends three of five', () => {
    expect(changeFor('fewer', plan, places)).toEqual({ travellers: 3 });
    expect(changeFor('fewer', { ...plan, travellers: 1 }, places)).toBeNull();
  });

  it('hybrid sends two of five by rail and brings all five together by video', () => {
    expect(changeFor('hybrid', plan, places)).toEqual(changes.d);
  });

  it('one longer stay makes one trip of two, with the same nights', () => {
    expect(changeFor('longer', { ...plan, trips: 2 }, places)).toEqual({ trips: 1, nights: 12 });
  });

  it('one longer stay keeps the room nights of a single trip with fewer people', () => {
    expect(changeFor('longer', plan, places)).toEqual({ travellers: 3, nights: 10 });
  });

  it('online only takes all legs and rooms away', () => {
    const online = apply(plan, changeFor('online', plan, places) ?? {}, places);
    expect(online).toMatchObject({ travellers: 0, video: { participants: 5, hours: 12 } });
  });

  it('shared rooms shrink with the people', () => {
    expect(changeFor('fewer', { ...plan, rooms: 4 }, places)).toEqual({ travellers: 3, rooms: 3 });
  });
});

describe('a variant and its plan', () => {
  it('follows plan A where it says nothing', () => {
    const longer = { ...plan, nights: 9 };
    expect(apply(longer, changes.c, places)).toEqual({ ...longer, travellers: 3 });
  });

  it.each(['a', 'b', 'c', 'd'] as const)('%s is found again from the plans', (id) => {
    expect(changeBetween(plan, apply(plan, changes[id], places), places)).toEqual(changes[id]);
  });

  it('taken over becomes A, and the others stay what they are', () => {
    const board = {
      ...emptyBoard('2026-11-24'),
      plan,
      changes: [changes.b, changes.c, changes.d],
      shown: 3
    };
    const plans = board.changes.map((change) => apply(plan, change, places));
    const taken = takeOver(board, 2, places);
    expect(taken.plan).toEqual(plans[1]);
    expect(taken.changes.map((change) => apply(taken.plan, change, places))).toEqual([
      plan,
      plans[0],
      plans[2]
    ]);
  });
});
