import { error } from '@sveltejs/kit';
import { toError } from '$lib/api/problem';
import { getCity, listCities } from '$lib/api/queries';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  try {
    const [city, cities] = await Promise.all([getCity(params.id), listCities()]);
    return { city, cities };
  } catch (cause) {
    const problem = toError(cause);
    error(problem.status >= 400 ? problem.status : 503, { message: problem.message });
  }
};
