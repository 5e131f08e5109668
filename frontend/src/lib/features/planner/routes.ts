/** The ways of a plan for the map: each once, with its distance and its part of what all ways emit. */
import type { Side } from './waterfall';
import { topicOf } from './drivers';

export interface MapWay {
  id: string;
  from: string;
  to: string;
  ground: boolean;
  distanceKm: number | null;
  /** How often one person goes it. */
  times: number;
  /** Part of the greenhouse gases of all ways, 0 to 1. */
  share: number;
}

export function waysOnMap({ lines, answer }: Side): MapWay[] {
  const isWay = (at: number) => lines[at]?.from.part === 'leg';
  const total = answer.items.reduce((sum, item, at) => (isWay(at) ? sum + item.ghg_kg : sum), 0);
  const ways = new Map<string, MapWay>();
  lines.forEach(({ item }, at) => {
    const found = answer.items[at];
    if (!isWay(at) || !found) return;
    const [from, to] = [String(item.from), String(item.to)];
    const id = `${[from, to].sort().join(' ')} ${item.type}`;
    const way = ways.get(id) ?? {
      id,
      from,
      to,
      ground: topicOf(item.type) === 'ground',
      distanceKm: found.distance_km,
      times: 0,
      share: 0
    };
    way.times += item.return === true ? 2 : 1;
    way.share += total ? found.ghg_kg / total : 0;
    ways.set(id, way);
  });
  return [...ways.values()];
}
