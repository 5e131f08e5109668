/**
 * The address holds the whole planner: `?v=1&on=2027-03-15&a=air:BRE:FRA:WDH_rt_5p_6n&b=hub&c=3p`.
 * `a` is the plan, `b` to `d` say what a variant changes in it, `show` which one is explained.
 */
import { emptyBoard, kinds, type Board, type Change } from './board';
import { emptyPlan, limits, type Kind } from '$lib/shared/trip/plan';
import { isDay, unreadIn } from '$lib/ui/filters';
import { fromTokens, planTokens, toTokens } from './tokens';

export const version = 1;
export const letters = ['a', 'b', 'c', 'd'] as const;

/** The trip of the example, with a variant for each thing one can change. */
export const exampleQuery = 'a=air:BRE:FRA:WDH_rt_5p_6n&b=hub&c=3p&d=hub_2p_video:5:12';

export interface Reading {
  board: Board;
  /** Words of the address that mean nothing to us or had to be corrected, to be named on screen. */
  unread: string[];
  /** Written by a newer version than this one. */
  newer: boolean;
}

/** The words of an address and what they may be; those that hold a plan name their own mistakes. */
const words: Record<string, (value: string) => boolean> = {
  v: (value) => /^\d{1,3}$/.test(value),
  on: () => true,
  kind: (value) => kinds.some((kind) => kind === value),
  ...Object.fromEntries(letters.map((letter) => [letter, () => true])),
  example: (value) => value === '1'
};

/** The query without its question mark, '' for a planner nobody has touched. */
export function encode(board: Board): string {
  const untouched = emptyBoard(board.on);
  if (encodePlan(board) === encodePlan(untouched) && !board.changes.length) return '';
  const parts = [`v=${version}`, `on=${board.on}`, encodePlan(board)];
  board.changes.forEach((change, at) => parts.push(`${letters[at + 1]}=${toTokens(change)}`));
  if (board.shown !== board.changes.length) parts.push(`show=${letters[board.shown]}`);
  if (board.example) parts.push('example=1');
  return parts.join('&');
}

const encodePlan = (board: Board): string =>
  (board.kind === 'trip' ? '' : `kind=${board.kind}&`) + `a=${planTokens(board.plan)}`;

/** Reads any query. What is missing takes its default, what is wrong is left out or corrected, and named. */
export function decode(search: string, today: string): Reading {
  let query = new URLSearchParams(search);
  if (query.has('example') && !query.has('a'))
    query = new URLSearchParams(`${exampleQuery}&example=1`);
  const unread: string[] = [];
  const read = (letter: string): Change => {
    const found = fromTokens(query.get(letter) ?? '');
    unread.push(...found.unread);
    return found.change;
  };
  const { hub: _, ...plan } = read('a');
  const changes = letters
    .slice(1, limits.variants)
    .filter((letter) => query.has(letter))
    .map(read);
  const kind = kinds.find((each) => each === query.get('kind')) ?? ('trip' satisfies Kind);
  const day = query.get('on');
  if (day && !isDay(day)) unread.unshift(day);
  const asked = letters.findIndex((letter) => letter === query.get('show'));
  const isShown = (value: string) => letters.slice(0, changes.length + 1).some((l) => l === value);
  for (const { name, value } of unreadIn(new URLSearchParams(search), { ...words, show: isShown }))
    unread.push(`${name}=${value}`);
  const board: Board = {
    kind,
    on: day && isDay(day) ? day : today,
    plan: { ...emptyPlan(), ...plan },
    changes,
    shown: asked > 0 && asked <= changes.length ? asked : changes.length,
    example: query.get('example') === '1'
  };
  if (!board.plan.legs.length) board.plan.legs = emptyPlan().legs;
  return { board, unread, newer: Number(query.get('v') ?? version) > version };
}
