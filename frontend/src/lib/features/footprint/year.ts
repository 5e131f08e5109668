/** A year of the cooperation: what its activities add up to, and the budgets they count against. */
import { budgets, listTotals, type Budget, type Project, type Total } from '$lib/api/footprint';
import { loadProjects } from '$lib/shared/activities/projects.svelte';
import { isYear, unreadIn, type Unread } from '$lib/ui/filters';

export interface Year {
  year: number;
  compare: number | null;
  projects: Project[];
  budgets: Budget[];
  /** Approved and done, by project. */
  used: Total[];
  /** The same with what waits for its approval. */
  all: Total[];
  /** Both years together and cut one way after the other. */
  sums: Total[];
  cuts: Record<Cut, Total[]>;
}

/** The years an address asks for, this year where it asks for none, and what of it is no year. */
export function yearsAround(search: URLSearchParams): {
  year: number;
  compare: number | null;
  unread: Unread[];
} {
  const read = (name: string) => {
    const given = search.get(name) ?? '';
    return isYear(given) ? Number(given) : null;
  };
  const year = read('year') ?? new Date().getFullYear();
  const compare = read('compare');
  return {
    year,
    compare: compare === year ? null : compare,
    unread: unreadIn(search, { year: isYear, compare: isYear })
  };
}

/** How a year is cut; each adds up to the year. */
export const cuts = ['city', 'kind', 'traveller_kind', 'paid_by', 'programme'] as const;
export type Cut = (typeof cuts)[number];

const counted: ('approved' | 'done')[] = ['approved', 'done'];

export async function loadYear(year: number, compare: number | null): Promise<Year> {
  const only = { year_min: year, year_max: year };
  const span = {
    year_min: Math.min(year, compare ?? year),
    year_max: Math.max(year, compare ?? year)
  };
  const asked = (total: Total) => total.year === year || total.year === compare;
  const [projects, limits, used, all, sums, ...found] = await Promise.all([
    loadProjects(),
    budgets.all({ year: String(year) }),
    listTotals({ by: 'project', status: counted, ...only }),
    listTotals({ by: 'project', ...only }),
    listTotals({ by: 'year', ...span }),
    ...cuts.map((cut) => listTotals({ by: `year,${cut}`, ...span }))
  ]);
  return {
    year,
    compare,
    projects,
    budgets: limits,
    used,
    all,
    sums: sums.filter(asked),
    cuts: Object.fromEntries(
      cuts.map((cut, at) => [cut, (found[at] ?? []).filter(asked)])
    ) as Year['cuts']
  };
}
